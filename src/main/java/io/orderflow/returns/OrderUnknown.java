package io.orderflow.returns;

import io.orderflow.shared.OrderNumber;

/** Refusal: there is no such order, or it is not this customer's; which of the two is not told. */
public class OrderUnknown extends Exception {

    OrderUnknown(OrderNumber order) {
        super("no order " + order);
    }
}
