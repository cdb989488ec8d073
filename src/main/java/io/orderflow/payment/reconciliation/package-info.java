/** Compares our ledger with the gateway's books, every night and on demand, and keeps what differs. Uses the base. */
package io.orderflow.payment.reconciliation;
