package io.orderflow.order;

import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** One entry of an order's audit trail, written in the transaction of the change it tells of and never changed. */
@Entity
@Table(name = "order_event")
class OrderEvent {

    @Embeddable
    record Id(@Column(name = "order_number") String orderNumber, int sequence) implements Serializable {}

    @EmbeddedId
    private Id id;
    @Enumerated(EnumType.STRING)
    private OrderEventType type;
    @Enumerated(EnumType.STRING)
    private OrderStatus fromStatus;
    @Enumerated(EnumType.STRING)
    private OrderStatus toStatus;
    @Enumerated(EnumType.STRING)
    private OrderReason reason;
    private String actor;
    private Instant occurredAt;
    private String data;

    protected OrderEvent() {}

    OrderEvent(OrderNumber order, int sequence, OrderEventType type, OrderStatus from, OrderStatus to, OrderReason reason,
            Actor actor, Instant occurredAt, String data) {
        this.id = new Id(order.value(), sequence);
        this.type = type;
        this.fromStatus = from;
        this.toStatus = to;
        this.reason = reason;
        this.actor = actor.name();
        this.occurredAt = occurredAt;
        this.data = data;
    }

    String data() {
        return data;
    }

    OrderEventView view() {
        return new OrderEventView(id.sequence(), type.name(), fromStatus, toStatus, reason, actor, occurredAt, data);
    }
}
