package io.orderflow.coupon;

/** The meaning of a coupon's value: a percentage of the total, or won. */
public enum DiscountType {
    PERCENT,
    AMOUNT
}
