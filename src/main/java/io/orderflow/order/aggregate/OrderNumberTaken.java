package io.orderflow.order.aggregate;

import org.springframework.dao.ConcurrencyFailureException;

/** Another order had this number, or this placement, first; trying again ends it. */
class OrderNumberTaken extends ConcurrencyFailureException {

    OrderNumberTaken(Throwable cause) {
        super("the order number or placement is taken", cause);
    }
}
