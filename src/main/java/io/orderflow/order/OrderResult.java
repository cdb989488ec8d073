package io.orderflow.order;

/** The result of an order that was called off, after its undo chain. */
public enum OrderResult {

    /** The gateway or a person has confirmed the refund of all the money that was paid. */
    REFUNDED,
    /** A refund is outstanding; a person must settle it. */
    MONEY_OWED,
    /** The customer did not pay in time. */
    EXPIRED,
    /** The coupon could no longer be used. */
    COUPON_REFUSED,
    /** The order was called off for any other reason, and no money had been charged. */
    CANCELLED
}
