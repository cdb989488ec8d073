package io.orderflow.order;

import java.util.Set;

/** The status of an order. {@link #next()} is the transition table: no other move is allowed. */
public enum OrderStatus {

    /** The order is placed, its stock is reserved, and it waits for payment. */
    CREATED,
    /** The order is paid. */
    PAID,
    /** The reservation is confirmed, and the order is being prepared. */
    PROCESSING,
    /** The carrier has the parcel, so that the order can no longer be cancelled. */
    SHIPPED,
    /** The order is delivered; it can be returned until its return window ends. */
    COMPLETED,
    /** The carrier could not deliver; a person decides what to do. */
    SHIP_FAILED,
    /** The order is called off, and nothing (more) will be delivered. Final if no money has to go back. */
    CANCELLED,
    /** The order is called off, and the refund of all its money is confirmed. Final. */
    REFUNDED,
    /** The payment was declined. Final. */
    FAILED,
    /** All goods have come back and were accepted. Final. */
    RETURNED;

    /** Returns the statuses that may follow this one; none if it is final. */
    public Set<OrderStatus> next() {
        return switch (this) {
            case CREATED -> Set.of(PAID, FAILED, CANCELLED);
            case PAID -> Set.of(PROCESSING, CANCELLED);
            case PROCESSING -> Set.of(SHIPPED, CANCELLED);
            case SHIPPED -> Set.of(COMPLETED, SHIP_FAILED, RETURNED);
            case COMPLETED -> Set.of(RETURNED);
            case SHIP_FAILED -> Set.of(PROCESSING, COMPLETED, CANCELLED, RETURNED);
            case CANCELLED -> Set.of(REFUNDED);
            case REFUNDED, FAILED, RETURNED -> Set.of();
        };
    }

    /** Whether the order can be cancelled in this status, which is so until the carrier has the parcel. */
    public boolean isCancellable() {
        return this == CREATED || this == PAID || this == PROCESSING;
    }

    /** Whether the order is called off: cancelled, failed, or refunded after a cancellation. */
    public boolean isCalledOff() {
        return this == CANCELLED || this == FAILED || this == REFUNDED;
    }

    /** Whether the order is paid and has reached its preparation or a later status. */
    public boolean isPaidFor() {
        return switch (this) {
            case PROCESSING, SHIPPED, COMPLETED, SHIP_FAILED, RETURNED -> true;
            default -> false;
        };
    }
}
