package io.orderflow.coupon;

/**
 * The result of storing a coupon.
 *
 * @param coupon the stored coupon
 * @param created whether the code is new
 */
public record SavedCoupon(CouponInfo coupon, boolean created) {}
