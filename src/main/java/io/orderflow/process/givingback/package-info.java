/**
 * What an order that comes to nothing gives back. Of {@code Order} the chain of undo behind <em>Called off</em>, which
 * {@code ResolveCase} walks too: <em>Call off order</em>, <em>Refund payment</em>, <em>Restore coupon</em>, <em>Release
 * stock</em>, <em>Close order</em>; and all of {@code SettleRefund}: <em>Record settlement</em>, <em>Retry refund</em>.
 * Uses the words of the base, and what people answer.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.givingback;
