/**
 * All of {@code Return} but its messages: <em>Gather return facts</em>, <em>Record decision</em>, <em>Record
 * receipt</em>, <em>Record inspection</em>, <em>Take goods back</em>, <em>Refund return</em>, <em>Close return</em>,
 * <em>Give coupon back</em>; and what orders and returns ask of each other. Uses the words of the base, and what people
 * answer.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.returning;
