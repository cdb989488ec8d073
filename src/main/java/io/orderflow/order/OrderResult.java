package io.orderflow.order;

/** What became of an order that was called off, once everything that could be given back is. */
public enum OrderResult {

    /** Every won paid is confirmed back. */
    REFUNDED,
    /** A refund is outstanding; a person must settle it. */
    MONEY_OWED,
    /** Nobody paid in time. */
    EXPIRED,
    /** The coupon could not be used any more. */
    COUPON_REFUSED,
    /** Cancelled before anything was charged. */
    CANCELLED
}
