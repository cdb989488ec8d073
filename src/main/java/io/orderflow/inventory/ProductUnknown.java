package io.orderflow.inventory;

import io.orderflow.shared.Sku;

/** A refusal: there is no such product. */
public class ProductUnknown extends Exception {

    ProductUnknown(Sku sku) {
        super("no product " + sku, null, false, false);
    }
}
