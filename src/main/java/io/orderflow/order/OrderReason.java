package io.orderflow.order;

/** The reason why an order was called off. The diagram uses the same names as error codes or values of variables. */
public enum OrderReason {
    OUT_OF_STOCK,
    RESERVATION_EXPIRED,
    CUSTOMER_REQUEST,
    COUPON_NOT_USABLE,
    PAYMENT_DECLINED,
    SHIPMENT_FAILED,
    OPS_DECISION
}
