package io.orderflow.order;

/** How far the payment of an order is. */
public enum PaymentStatus {
    PENDING,
    /** Asked for, outcome not known yet. */
    IN_PROGRESS,
    PAID,
    DECLINED,
    PARTIALLY_REFUNDED,
    REFUNDED
}
