package io.orderflow.inventory;

import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.util.Objects;

/**
 * The pieces of one product that came back from a customer.
 *
 * @param restock true if they go back on the shelf, false if they can no longer be sold
 */
public record TakenBack(Sku sku, Quantity quantity, boolean restock) {

    public TakenBack {
        Objects.requireNonNull(sku, "sku");
        Objects.requireNonNull(quantity, "quantity");
    }
}
