package io.orderflow.payment.reconciliation;

/**
 * One payment in somebody's books.
 *
 * @param charged won that came to us
 * @param refunded won of these that the gateway gave back
 */
record PaymentTotals(long charged, long refunded) {

    static final PaymentTotals EMPTY = new PaymentTotals(0, 0);

    PaymentTotals plus(PaymentTotals more) {
        return new PaymentTotals(Math.addExact(charged, more.charged), Math.addExact(refunded, more.refunded));
    }
}
