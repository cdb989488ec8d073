package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/** A move that the transition table does not know. A failure, not a refusal: nothing in the diagram leads here. */
public class IllegalTransition extends IllegalStateException {

    public IllegalTransition(OrderNumber order, OrderStatus from, OrderStatus to) {
        super("order %s is %s and cannot become %s".formatted(order, from, to));
    }
}
