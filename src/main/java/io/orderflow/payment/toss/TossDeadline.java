package io.orderflow.payment.toss;

import java.time.Duration;

/** When to give up, by the machine's monotonic time: a clock that is set back prolongs nothing. */
record TossDeadline(long nanoTime) {

    static TossDeadline in(Duration time) {
        return new TossDeadline(System.nanoTime() + time.toNanos());
    }

    /** The earlier of this one and one in so much time. */
    TossDeadline orIn(Duration time) {
        TossDeadline other = in(time);
        return other.nanoTime - nanoTime < 0 ? other : this;
    }

    /** Nanoseconds from now, at least 0. */
    long left() {
        return Math.max(0, nanoTime - System.nanoTime());
    }
}
