package io.orderflow.coupon;

/**
 * What a put left behind.
 *
 * @param coupon as stored; not null
 * @param created true when the code was new
 */
public record SavedCoupon(CouponInfo coupon, boolean created) {}
