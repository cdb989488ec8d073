package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/** Refusal: there is no such order, or it is not this customer's; which of the two is not told. */
public class OrderNotFound extends Exception {

    public OrderNotFound(OrderNumber order) {
        super("no order " + order);
    }
}
