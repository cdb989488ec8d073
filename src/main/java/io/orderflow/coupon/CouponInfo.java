package io.orderflow.coupon;

import io.orderflow.shared.CouponCode;

/**
 * A coupon as it stood when it was read.
 *
 * @param code not null
 * @param terms not null
 * @param used the orders that hold it
 */
public record CouponInfo(CouponCode code, CouponTerms terms, long used) {}
