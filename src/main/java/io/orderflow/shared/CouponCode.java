package io.orderflow.shared;

import java.util.regex.Pattern;

/**
 * The code of a coupon, which a customer enters to get a discount.
 *
 * @param value 1 to 40 of {@code A-Z 0-9}; anything else, null included, is an {@link IllegalArgumentException}
 */
public record CouponCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{1,40}");

    public CouponCode {
        Patterns.require(SHAPE, value, "coupon code");
    }

    @Override
    public String toString() {
        return value;
    }
}
