package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/** A refusal: there is no such order, or it belongs to another customer. It does not say which of the two. */
public class OrderNotFound extends Exception {

    public OrderNotFound(OrderNumber order) {
        super("no order " + order);
    }
}
