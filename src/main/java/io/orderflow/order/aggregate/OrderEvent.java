package io.orderflow.order.aggregate;

import io.orderflow.order.OrderEventView;
import io.orderflow.order.OrderReason;
import io.orderflow.order.OrderStatus;
import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an order's audit trail, written in the transaction of the change it tells of and never changed.
 *
 * @param sequence counts from 1 without gaps
 * @param from null, like {@code to}, where the status did not change
 * @param reason null for none
 * @param data null, or a JSON object with what belongs to this event
 */
public record OrderEvent(
        OrderNumber order,
        int sequence,
        OrderEventType type,
        @Nullable OrderStatus from,
        @Nullable OrderStatus to,
        @Nullable OrderReason reason,
        Actor actor,
        Instant occurredAt,
        @Nullable String data) {

    public OrderEventView view() {
        return new OrderEventView(sequence, type.name(), from, to, reason, actor, occurredAt, data);
    }
}
