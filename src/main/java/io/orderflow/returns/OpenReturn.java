package io.orderflow.returns;

import io.orderflow.shared.OrderNumber;

/** A return that is not done yet, and how far it is. */
public record OpenReturn(OrderNumber order, ReturnId id, Stage stage) {

    /** What has to happen next. */
    public enum Stage {
        /** Somebody approves or rejects it. */
        TO_DECIDE,
        /** The goods come, or do not. */
        TO_RECEIVE,
        /** Somebody looks at the goods, which are back. */
        TO_INSPECT,
        /** What was accepted goes back on the shelf and is refunded. */
        TO_REFUND
    }
}
