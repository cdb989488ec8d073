package io.orderflow.order.placing;

import io.orderflow.order.OrderStatus;
import io.orderflow.shared.OrderNumber;

/** A refusal: the order does not wait for a payment (any more). Nothing was changed. */
public class NotAwaitingPayment extends Exception {

    private final OrderStatus status;

    NotAwaitingPayment(OrderNumber order, OrderStatus status) {
        super("order " + order + " is " + status + " and does not wait for payment");
        this.status = status;
    }

    public OrderStatus status() {
        return status;
    }
}
