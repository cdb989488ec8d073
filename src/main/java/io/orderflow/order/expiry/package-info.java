/** Calls off the orders whose reservation has expired. Uses the base, the aggregate, and of the reading its marks. */
@org.jspecify.annotations.NullMarked
package io.orderflow.order.expiry;
