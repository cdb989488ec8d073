package io.orderflow.returns;

/** Where a return stands. */
public enum ReturnStatus {

    /** Wanted; a person decides. */
    REQUESTED,
    /** The goods may come back, or are back and wait for inspection or refund. */
    APPROVED,
    /** Nothing comes back, or nothing came, or nothing of what came was accepted. Final. */
    REJECTED,
    /** What was accepted is refunded. Final. */
    REFUNDED;

    /** Whether the return still goes on; an order has one such return at most. */
    boolean isOpen() {
        return this == REQUESTED || this == APPROVED;
    }
}
