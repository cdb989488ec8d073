package io.orderflow.returns;

import com.fasterxml.jackson.annotation.JsonValue;
import io.orderflow.shared.OrderNumber;
import java.util.regex.Pattern;

/**
 * The id of a return: the number of its order, and the number of the return within the order.
 *
 * @param value an order number followed by {@code -RET} and a number from 1; anything else, null included, is an
 *     {@link IllegalArgumentException}
 */
public record ReturnId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{6,64}-RET[1-9][0-9]{0,8}");

    public ReturnId {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a return id: must match " + SHAPE);
        }
    }

    /** Returns the id of the order's return with that number, counted from 1. */
    static ReturnId of(OrderNumber order, int number) {
        return new ReturnId(order + "-RET" + number);
    }

    /** Whether this is one of the order's returns. */
    public boolean isOf(OrderNumber order) {
        return of(order, number()).equals(this);
    }

    /** Returns the number of the return within its order, counted from 1. */
    public int number() {
        return Integer.parseInt(value.substring(value.lastIndexOf("-RET") + 4));
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
