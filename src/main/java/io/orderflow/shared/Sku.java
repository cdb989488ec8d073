package io.orderflow.shared;

import java.util.regex.Pattern;

/**
 * A stock keeping unit: the name of a product in the warehouse. SKUs are ordered as text, and the rows of products are
 * locked in this order.
 *
 * @param value 1 to 40 of {@code A-Z 0-9 -}; anything else, null included, is an {@link IllegalArgumentException}
 */
public record Sku(String value) implements Comparable<Sku> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9-]{1,40}");

    public Sku {
        Patterns.require(SHAPE, value, "SKU");
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
