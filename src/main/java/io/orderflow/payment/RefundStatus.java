package io.orderflow.payment;

/** How far a refund is. */
public enum RefundStatus {

    /** The gateway is being asked, as often as it takes: the outcome is not known yet. */
    REQUESTED,
    /** The money is back. */
    DONE,
    /** The gateway refuses, or has given no answer in all its tries: a person must act. */
    REFUSED,
    /** A person has given the money back by other means. */
    SETTLED_OUTSIDE;

    boolean isSettled() {
        return this == DONE || this == SETTLED_OUTSIDE;
    }
}
