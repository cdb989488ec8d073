/** Compares our ledger with the gateway's books, every night and on demand, and keeps what differs. Uses the base. */
@org.jspecify.annotations.NullMarked
package io.orderflow.payment.reconciliation;
