/**
 * What customers and ops ask of orders, placing above all: the quote, the discount, and the limits on what is unpaid.
 * Uses the base, the aggregate, the numbers, and of the reading who asks.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.order.placing;
