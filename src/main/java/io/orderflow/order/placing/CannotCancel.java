package io.orderflow.order.placing;

import io.orderflow.order.OrderStatus;
import io.orderflow.shared.OrderNumber;

/** A refusal: the order can no longer be cancelled in its status. Nothing was changed. */
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
