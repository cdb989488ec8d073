package io.orderflow.order;

import java.util.Set;

/** Where an order stands. {@link #next()} is the transition table, the only authority over moves between states. */
public enum OrderStatus {

    /** Placed, stock reserved, waits for payment. */
    CREATED,
    /** The money is ours. */
    PAID,
    /** Reservation confirmed, being prepared. */
    PROCESSING,
    /** The carrier has the parcel: too late to cancel. */
    SHIPPED,
    /** Delivered; returns possible until the return window closes. */
    COMPLETED,
    /** The carrier gave up; a person decides. */
    SHIP_FAILED,
    /** Called off; nothing (more) will be delivered. Final if no money is owed. */
    CANCELLED,
    /** Every won paid is confirmed back. Final. */
    REFUNDED,
    /** Payment declined. Final. */
    FAILED,
    /** Everything came back and was refunded. Final. */
    RETURNED;

    /** The states this one may become; empty when final. */
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

    /** Whether a cancellation is taken in this state: any time before the carrier has the parcel. */
    public boolean isCancellable() {
        return this == CREATED || this == PAID || this == PROCESSING;
    }

    /** Whether nothing (more) will be delivered before hand-over: cancelled, failed, or refunded after that. */
    public boolean isCalledOff() {
        return this == CANCELLED || this == FAILED || this == REFUNDED;
    }

    /** Whether a payment has led somewhere: the order is being prepared or further. */
    public boolean isPaidFor() {
        return switch (this) {
            case PROCESSING, SHIPPED, COMPLETED, SHIP_FAILED, RETURNED -> true;
            default -> false;
        };
    }
}
