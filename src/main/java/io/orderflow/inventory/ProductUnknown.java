package io.orderflow.inventory;

import io.orderflow.shared.Sku;

/** A refusal: there is no such product. */
public class ProductUnknown extends Exception {

    private final transient Sku sku;

    ProductUnknown(Sku sku) {
        super("no product " + sku, null, false, false);
        this.sku = sku;
    }

    public Sku sku() {
        return sku;
    }
}
