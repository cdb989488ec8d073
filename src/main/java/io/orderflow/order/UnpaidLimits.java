package io.orderflow.order;

import io.orderflow.shared.UnfitSetting;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a customer may have ordered and not paid for, so that nobody can empty the shelf for nothing.
 *
 * @param unpaidOrders orders that wait for their payment or for its outcome
 * @param unpaidPieces pieces of one SKU in them
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
