package io.orderflow.order.aggregate;

import io.orderflow.order.OrderEventView;
import io.orderflow.order.OrderReason;
import io.orderflow.order.OrderStatus;
import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an order's audit trail. It is written in the transaction of the change and never changed.
 *
 * @param sequence the number of the entry, from 1 without gaps
 * @param from the status before; null, like {@code to}, if the status did not change
 * @param to the status after
 * @param data a JSON object with the details of the event, or null
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
