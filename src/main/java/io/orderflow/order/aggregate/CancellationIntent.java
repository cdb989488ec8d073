package io.orderflow.order.aggregate;

import io.orderflow.order.OrderReason;
import io.orderflow.shared.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** A requested cancellation. It is stored with the order, so that it is carried out even if it must wait. */
@Embeddable
public class CancellationIntent {

    @Enumerated(EnumType.STRING)
    @Column(name = "cancellation_reason")
    private OrderReason reason;

    @Column(name = "cancellation_actor")
    private String actor;

    @Column(name = "cancellation_comment")
    private @Nullable String comment;

    protected CancellationIntent() {}

    public CancellationIntent(OrderReason reason, Actor actor, @Nullable String comment) {
        this.reason = reason;
        this.actor = actor.name();
        this.comment = comment;
    }

    OrderReason reason() {
        return reason;
    }

    Actor actor() {
        return new Actor(actor);
    }

    @Nullable
    String comment() {
        return comment;
    }
}
