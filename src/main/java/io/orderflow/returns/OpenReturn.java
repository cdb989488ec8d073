package io.orderflow.returns;

import io.orderflow.shared.OrderNumber;

/** A return that is not finished, and its stage. */
public record OpenReturn(OrderNumber order, ReturnId id, Stage stage) {

    /** The next step of an open return. */
    public enum Stage {
        /** A person approves or rejects it. */
        TO_DECIDE,
        /** The goods come back, or do not. */
        TO_RECEIVE,
        /** A person inspects the goods, which have come back. */
        TO_INSPECT,
        /** The accepted pieces go back on the shelf and are refunded. */
        TO_REFUND
    }
}
