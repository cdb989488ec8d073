package io.orderflow.order.numbers;

import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.time.Instant;

/**
 * Snowflake order numbers (Twitter's layout): 41 bits of milliseconds since 2025-01-01T00:00:00Z, 10 bits of node, and
 * 12 bits of sequence. They grow with time, and are unique without asking a database if every node has its own id.
 *
 * <p>Numbers grow even if the clock is set back, or if the 4,096 numbers of a millisecond are used up. They then
 * continue after the last number, ahead of the clock until it has caught up.
 */
class SnowflakeOrderNumbers {

    private static final long EPOCH = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
    private static final int NODE_BITS = 10;
    private static final int SEQUENCE_BITS = 12;

    private final Clock clock;
    private final long node;
    /** The milliseconds and the sequence as one number, so that adding 1 carries over into the next millisecond. */
    private long last;

    SnowflakeOrderNumbers(Clock clock, int node) {
        this.clock = clock;
        this.node = node;
    }

    public synchronized OrderNumber next() {
        long now = (clock.millis() - EPOCH) << SEQUENCE_BITS;
        last = Math.max(now, last + 1);
        long millis = last >>> SEQUENCE_BITS;
        long sequence = last & ((1 << SEQUENCE_BITS) - 1);
        return new OrderNumber("ORD-" + (millis << (NODE_BITS + SEQUENCE_BITS) | node << SEQUENCE_BITS | sequence));
    }
}
