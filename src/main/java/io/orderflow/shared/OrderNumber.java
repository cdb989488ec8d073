package io.orderflow.shared;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of an order, which is also the business key of its process instance and the order id at the gateway.
 *
 * @param value 6 to 64 of {@code A-Z a-z 0-9 _ -} (the shape Toss Payments takes as {@code orderId}); anything else,
 *     null included, is an {@link IllegalArgumentException}
 */
public record OrderNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{6,64}");

    public OrderNumber {
        Patterns.require(SHAPE, value, "order number");
    }

    /**
     * Whether a text has the shape of an order number.
     *
     * @param text null has not
     */
    public static boolean fits(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
