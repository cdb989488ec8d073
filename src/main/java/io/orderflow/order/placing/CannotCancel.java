package io.orderflow.order.placing;

import io.orderflow.order.OrderStatus;
import io.orderflow.shared.OrderNumber;

/** Refusal: the order has gone too far to be cancelled. Nothing was changed. */
public class CannotCancel extends Exception {

    private final OrderStatus status;

    CannotCancel(OrderNumber order, OrderStatus status) {
        super("order " + order + " is " + status + " and cannot be cancelled");
        this.status = status;
    }

    public OrderStatus status() {
        return status;
    }
}
