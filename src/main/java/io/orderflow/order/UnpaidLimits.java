package io.orderflow.order;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a customer may have ordered and not paid for, so that nobody can empty the shelf for nothing.
 *
 * @param unpaidOrders orders that wait for their payment or for its outcome
 * @param unpaidPieces pieces of one SKU in them
 */
record UnpaidLimits(@DefaultValue("5") int unpaidOrders, @DefaultValue("20") int unpaidPieces) {

    static final UnpaidLimits NONE = new UnpaidLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);

    UnpaidLimits {
        if (unpaidOrders < 1 || unpaidPieces < 1) {
            throw new IllegalArgumentException("orders.limits.unpaid-orders and .unpaid-pieces must be at least 1");
        }
    }
}
