package io.orderflow.returns;

import io.orderflow.shared.OrderNumber;

/** A refusal: there is no such order, or it belongs to another customer. It does not say which of the two. */
public class OrderUnknown extends Exception {

    OrderUnknown(OrderNumber order) {
        super("no order " + order);
    }
}
