package io.orderflow.order;

import java.time.Instant;

/** What an order must know of returns; filled in from outside, because no module knows its sibling. */
public interface ReturnDeadlines {

    /**
     * The last moment at which anything of an order can be asked back, whatever the reason.
     *
     * @param delivered when the order arrived; not null
     */
    Instant latest(Instant delivered);
}
