package io.orderflow.order.aggregate;

import org.springframework.dao.ConcurrencyFailureException;

/** A failure: another order has the same number or placement key already. A retry resolves it. */
class OrderNumberTaken extends ConcurrencyFailureException {

    OrderNumberTaken(Throwable cause) {
        super("the order number or placement is taken", cause);
    }
}
