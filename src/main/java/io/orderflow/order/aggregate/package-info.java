/** The order itself with its lines and its audit trail, and the ledger that locks and stores it. Uses the base. */
@org.jspecify.annotations.NullMarked
package io.orderflow.order.aggregate;
