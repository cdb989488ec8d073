/**
 * Calls off the orders whose reservation has expired. It uses the base package, {@code aggregate} and {@code reading}.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.order.expiry;
