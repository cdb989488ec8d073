package io.orderflow.order;

import io.orderflow.shared.UnfitSetting;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits on what a customer may have ordered and not paid for. They keep customers from reserving all the stock
 * without paying.
 *
 * @param unpaidOrders the number of orders that may wait for their payment or for its outcome
 * @param unpaidPieces the number of pieces of one SKU in these orders
 */
public record UnpaidLimits(
        @DefaultValue("5") int unpaidOrders,
        @DefaultValue("20") int unpaidPieces) {

    public static final UnpaidLimits NONE = new UnpaidLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);

    public UnpaidLimits {
        UnfitSetting.unless(unpaidOrders > 0, "orders.limits.unpaid-orders", "must be at least 1");
        UnfitSetting.unless(unpaidPieces > 0, "orders.limits.unpaid-pieces", "must be at least 1");
    }
}
