package io.orderflow.payment.reconciliation;

/**
 * One payment in somebody's books.
 *
 * @param charged won that came to us
 * @param refunded won of these that the gateway gave back
 */
record Books(long charged, long refunded) {

    static final Books EMPTY = new Books(0, 0);

    Books plus(Books more) {
        return new Books(Math.addExact(charged, more.charged), Math.addExact(refunded, more.refunded));
    }
}
