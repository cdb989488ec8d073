/** The order itself with its lines and its audit trail, and the ledger that locks and stores it. Uses the base. */
package io.orderflow.order.aggregate;
