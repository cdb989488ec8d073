package io.orderflow.returns;

import io.orderflow.shared.Sku;

/**
 * The result of an inspection for one returned product.
 *
 * @param accepted the accepted pieces, which are refunded, at least 0; less is an {@link IllegalArgumentException}
 * @param restock true if the accepted pieces go back on the shelf, false if they are written off
 */
public record Inspected(Sku sku, int accepted, boolean restock) {

    public Inspected {
        if (accepted < 0) {
            throw new IllegalArgumentException(
                    "the accepted quantity of " + sku + " must not be negative, was " + accepted);
        }
    }
}
