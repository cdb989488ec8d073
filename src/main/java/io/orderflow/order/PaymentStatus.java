package io.orderflow.order;

/** The status of an order's payment. */
public enum PaymentStatus {
    PENDING,
    /** The customer has submitted a payment, and its outcome is not known yet. */
    IN_PROGRESS,
    PAID,
    DECLINED,
    PARTIALLY_REFUNDED,
    REFUNDED
}
