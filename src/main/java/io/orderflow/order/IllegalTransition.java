package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/**
 * A failure: a move that the transition table does not allow. It is no refusal, because the diagram never leads here.
 */
public class IllegalTransition extends IllegalStateException {

    public IllegalTransition(OrderNumber order, OrderStatus from, OrderStatus to) {
        super("order %s is %s and cannot become %s".formatted(order, from, to));
    }
}
