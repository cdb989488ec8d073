/**
 * Compares our ledger with the gateway's books, every night and on demand, and stores a report. It uses the base
 * package.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.payment.reconciliation;
