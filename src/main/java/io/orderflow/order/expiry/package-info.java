/** Calls off the orders whose reservation has expired. Uses the base, the aggregate, and of the reading its marks. */
package io.orderflow.order.expiry;
