package io.orderflow.inventory;

import io.orderflow.shared.Sku;

/** Refusal: the product is not what the caller took it for. */
public class ProductChanged extends Exception {

    ProductChanged(Sku sku) {
        super(sku + " is not what it was taken for", null, false, false);
    }
}
