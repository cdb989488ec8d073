/**
 * The delegates that give back what a called-off order holds. They are those of the undo chain of {@code Order}, which
 * {@code ResolveCase} goes through too: <em>Call off order</em>, <em>Refund payment</em>, <em>Restore coupon</em>,
 * <em>Release stock</em>, <em>Close order</em>; and those of {@code SettleRefund}: <em>Record settlement</em>,
 * <em>Retry refund</em>. The room uses the vocabulary of the base package, and {@code answers}.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.givingback;
