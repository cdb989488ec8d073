package io.orderflow.order;

import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;

/**
 * The port through which this module asks about coupons. Another module implements it, because modules do not know each
 * other.
 */
public interface Discounts {

    /**
     * What the coupon takes off, at most {@code total}; the coupon is not used by asking.
     *
     * @throws CouponRefused when this customer cannot use it for an order of this total
     */
    Money discount(CouponCode coupon, CustomerId customer, Money total) throws CouponRefused;
}
