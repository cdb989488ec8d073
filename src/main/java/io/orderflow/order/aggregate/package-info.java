/**
 * The order with its lines and its audit trail, and the repositories that lock, store and read it. It uses the base
 * package.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.order.aggregate;
