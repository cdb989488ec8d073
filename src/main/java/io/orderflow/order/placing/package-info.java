/**
 * The requests of customers and ops to orders, with the quote, the discount, and the limits on unpaid orders. It uses
 * the base package, {@code aggregate}, {@code numbers} and {@code reading}.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.order.placing;
