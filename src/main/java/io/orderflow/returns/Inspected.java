package io.orderflow.returns;

import io.orderflow.shared.Sku;

/**
 * What an inspection found of one returned product.
 *
 * @param accepted pieces that are refunded, at least 0; less is an {@link IllegalArgumentException}
 * @param restock true when the accepted pieces go back on the shelf, false when they can be sold no more
 */
public record Inspected(Sku sku, int accepted, boolean restock) {

    public Inspected {
        if (accepted < 0) {
            throw new IllegalArgumentException(
                    "the accepted quantity of " + sku + " must not be negative, was " + accepted);
        }
    }
}
