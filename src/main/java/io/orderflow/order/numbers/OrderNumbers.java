package io.orderflow.order.numbers;

import io.orderflow.shared.OrderNumber;

/** Where order numbers come from; {@code orders.number-strategy} says which kind. */
public interface OrderNumbers {

    /** A new number. Whether it is really free only the insert tells; a taken one is asked for again. */
    OrderNumber next();
}
