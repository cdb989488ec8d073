package io.orderflow.order.numbers;

import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.time.Instant;

/**
 * Snowflake ids (Twitter's layout): 41 bits of milliseconds since 2025-01-01T00:00:00Z, 10 bits of node, 12 bits of
 * sequence; growing with time, unique without asking a database as long as every node has its own id.
 *
 * <p>Time never runs backwards here: when the clock is set back, or 4,096 numbers of one millisecond are used up,
 * numbers go on from the last millisecond used, ahead of the clock until it has caught up.
 */
class SnowflakeOrderNumbers {

    private static final long EPOCH = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
    private static final int NODE_BITS = 10;
    private static final int SEQUENCE_BITS = 12;

    private final Clock clock;
    private final long node;
    /** Milliseconds since the epoch and sequence in one number: adding one carries over into the next millisecond. */
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
