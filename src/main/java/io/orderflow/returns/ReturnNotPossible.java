package io.orderflow.returns;

import io.orderflow.shared.OrderNumber;

/** Refusal: nothing of the order can come back now. Nothing was changed. */
public class ReturnNotPossible extends Exception {

    /** Why not; where several apply, the first of these. */
    public enum Reason {
        /** Not shipped yet, called off, or the window has closed. */
        NOT_RETURNABLE,
        /** Another return of the order has been requested or approved. */
        ANOTHER_OPEN,
        /** Every piece has come back already. */
        NOTHING_LEFT
    }

    private final Reason reason;

    ReturnNotPossible(OrderNumber order, Reason reason) {
        super("no return of order " + order + ": " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
