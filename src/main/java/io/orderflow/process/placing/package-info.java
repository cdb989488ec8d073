/**
 * The delegates of the first part of {@code Order}, from <em>Order placed</em> until the charge: <em>Reserve
 * stock</em>, <em>Use coupon</em>, <em>Reject order</em>. The room uses the vocabulary of the base package.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.placing;
