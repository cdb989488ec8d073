package io.orderflow.order.numbers;

import io.orderflow.shared.OrderNumber;

/** A source of order numbers, of the kind that {@code orders.number-strategy} chooses. */
public interface OrderNumbers {

    /**
     * Returns a new number. Only the insert shows whether it is free; if it is taken, the placing is retried with
     * another.
     */
    OrderNumber next();
}
