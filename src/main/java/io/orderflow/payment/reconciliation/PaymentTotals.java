package io.orderflow.payment.reconciliation;

/**
 * The totals of one payment, in our ledger or in the gateway's books.
 *
 * @param charged won that were charged
 * @param refunded won of these that the gateway has refunded
 */
record PaymentTotals(long charged, long refunded) {

    static final PaymentTotals EMPTY = new PaymentTotals(0, 0);

    PaymentTotals plus(PaymentTotals more) {
        return new PaymentTotals(Math.addExact(charged, more.charged), Math.addExact(refunded, more.refunded));
    }
}
