package io.orderflow.order.aggregate;

/** The types of entries of the audit trail. */
enum OrderEventType {
    ORDER_PLACED,
    PAYMENT_SUBMITTED,
    ORDER_PAID,
    ORDER_IN_PREPARATION,
    SHIPMENT_BOOKED,
    SHIPMENT_UPDATED,
    /** A carrier event that is only noted. Rows and clients know it by this name. */
    CARRIER_NEWS_NOTED,
    ORDER_SHIPPED,
    ORDER_COMPLETED,
    SHIPPING_FAILED,
    SHIPPING_FAILURE_RESOLVED,
    GOODS_RETURNED,
    ORDER_RETURNED,
    CANCELLATION_REQUESTED,
    ORDER_CANCELLED,
    ORDER_FAILED,
    TASK_COMPLETED,
    PAYMENT_REFUNDED,
    REFUND_REFUSED,
    ORDER_REFUNDED
}
