/**
 * The delegates of {@code Return}, except its messages: <em>Gather return facts</em>, <em>Record decision</em>,
 * <em>Record receipt</em>, <em>Record inspection</em>, <em>Take goods back</em>, <em>Refund return</em>, <em>Close
 * return</em>, <em>Give coupon back</em>. The room also fills in the ports through which orders and returns ask each
 * other. It uses the vocabulary of the base package, and {@code answers}.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.returning;
