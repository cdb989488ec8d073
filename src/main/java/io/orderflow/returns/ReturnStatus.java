package io.orderflow.returns;

import java.util.EnumSet;
import java.util.Set;

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

    static final Set<ReturnStatus> OPEN = EnumSet.of(REQUESTED, APPROVED);

    /** Whether the return still goes on; an order has one such return at most. */
    boolean isOpen() {
        return OPEN.contains(this);
    }
}
