package io.orderflow.process.overview;

import io.orderflow.shared.Actor;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an order.
 *
 * @param at when we learned of it
 * @param what what happened: the type of an entry of the audit trail, or a word of the same kind, such as
 *     {@code RETURN_APPROVED} or {@code TASK_COMPLETED}
 * @param actor who did it: a user id, or SYSTEM, CARRIER or GATEWAY; null if nobody knows
 * @param data further facts; empty for none
 */
record TimelineEntry(
        Instant at, Kind kind, String what, @Nullable Actor actor, Map<String, Object> data) {

    /** The kinds of entries. Customers see the first three of their own orders. */
    enum Kind {
        ORDER,
        RETURN,
        MESSAGE,
        TASK,
        COMMENT,
        INCIDENT,
        CASE
    }
}
