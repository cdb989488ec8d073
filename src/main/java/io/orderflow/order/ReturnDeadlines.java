package io.orderflow.order;

import java.time.Instant;

/**
 * The port through which this module asks about returns. Another module implements it, because modules do not know each
 * other.
 */
public interface ReturnDeadlines {

    /**
     * The last moment at which anything of an order can be asked back, whatever the reason.
     *
     * @param delivered when the order arrived; not null
     */
    Instant latest(Instant delivered);
}
