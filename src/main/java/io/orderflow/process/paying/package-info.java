/**
 * The part of {@code Order} around the money: <em>Charge payment</em>, <em>Retry charge</em>, <em>Take up answer</em>,
 * <em>Fail order</em>, and behind a charge <em>Confirm reservation</em> and <em>Start preparation</em>; and what the
 * gateway says of charges and refunds, for which <em>Await gateway</em> and <em>Await refund</em> wait. Uses the words
 * of the base.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.paying;
