package io.orderflow.order;

/** Why an order was called off. The name is also the error code or variable value by which the diagram says it. */
public enum OrderReason {
    OUT_OF_STOCK,
    RESERVATION_EXPIRED,
    CUSTOMER_REQUEST,
    COUPON_NOT_USABLE,
    PAYMENT_DECLINED,
    SHIPMENT_FAILED,
    OPS_DECISION
}
