package io.orderflow.returns;

import java.util.EnumSet;
import java.util.Set;

/** The status of a return. */
public enum ReturnStatus {

    /** The return is requested, and a person decides. */
    REQUESTED,
    /** The goods may come back, or have come back and wait for their inspection or refund. */
    APPROVED,
    /** The return was rejected, or no goods came back, or none of them were accepted. Final. */
    REJECTED,
    /** The accepted goods are refunded. Final. */
    REFUNDED;

    static final Set<ReturnStatus> OPEN = EnumSet.of(REQUESTED, APPROVED);

    /** Whether the return is open; an order has one open return at most. */
    boolean isOpen() {
        return OPEN.contains(this);
    }
}
