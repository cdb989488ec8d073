package io.orderflow.payment.toss;

import java.time.Duration;

/**
 * The moment at which a request is given up, by the monotonic clock, so that a change of the system time has no effect.
 */
record TossDeadline(long nanoTime) {

    static TossDeadline in(Duration time) {
        return new TossDeadline(System.nanoTime() + time.toNanos());
    }

    /** Returns the earlier of this deadline and one that ends after the given time from now. */
    TossDeadline orIn(Duration time) {
        TossDeadline other = in(time);
        return other.nanoTime - nanoTime < 0 ? other : this;
    }

    /** Returns the nanoseconds that are left, at least 0. */
    long left() {
        return Math.max(0, nanoTime - System.nanoTime());
    }
}
