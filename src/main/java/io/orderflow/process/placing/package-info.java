/**
 * The first part of {@code Order}, from <em>Order placed</em> until the charge: <em>Reserve stock</em>, <em>Use
 * coupon</em>, and <em>Reject order</em> where it is out of stock. Uses the words of the base.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.placing;
