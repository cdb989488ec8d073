package io.orderflow.payment;

/** The status of a refund. */
public enum RefundStatus {

    /** The gateway is being asked, again if necessary; the outcome is not known yet. */
    REQUESTED,
    /** The gateway has given the money back. */
    DONE,
    /** The gateway has refused, or has given no answer in all attempts; a person must act. */
    REFUSED,
    /** A person has given the money back by other means. */
    SETTLED_OUTSIDE;

    boolean isSettled() {
        return this == DONE || this == SETTLED_OUTSIDE;
    }
}
