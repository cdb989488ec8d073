package io.orderflow.coupon;

/** How a coupon's value is meant: a percentage of the total, or won. */
public enum DiscountType {
    PERCENT,
    AMOUNT
}
