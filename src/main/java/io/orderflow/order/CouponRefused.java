package io.orderflow.order;

import io.orderflow.shared.CouponCode;

/** A refusal: the coupon cannot be used for this order. Nothing was changed. */
public class CouponRefused extends Exception {

    public CouponRefused(CouponCode coupon, Throwable cause) {
        super("coupon " + coupon + " cannot be used", cause);
    }
}
