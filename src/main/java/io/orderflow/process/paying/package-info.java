/**
 * The delegates of the part of {@code Order} that deals with money: <em>Charge payment</em>, <em>Retry charge</em>,
 * <em>Take up answer</em>, <em>Fail order</em>, and after a charge <em>Confirm reservation</em> and <em>Start
 * preparation</em>. The room also correlates answers of the gateway, for which <em>Await gateway</em> and <em>Await
 * refund</em> wait. It uses the vocabulary of the base package.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.paying;
