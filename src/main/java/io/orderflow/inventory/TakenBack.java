package io.orderflow.inventory;

import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.util.Objects;

/**
 * Pieces of one product that came back from a customer.
 *
 * @param sku not null
 * @param quantity not null
 * @param restock true when they go back on the shelf, false when they can be sold no more
 */
public record TakenBack(Sku sku, Quantity quantity, boolean restock) {

    public TakenBack {
        Objects.requireNonNull(sku, "sku");
        Objects.requireNonNull(quantity, "quantity");
    }
}
