package io.orderflow.inventory;

import io.orderflow.shared.Sku;

/** A refusal: the product is not as the caller expected. Nothing was changed. */
public class ProductChanged extends Exception {

    ProductChanged(Sku sku) {
        super(sku + " is not what it was taken for", null, false, false);
    }
}
