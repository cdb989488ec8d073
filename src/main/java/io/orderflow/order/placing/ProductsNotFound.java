package io.orderflow.order.placing;

import io.orderflow.shared.Sku;
import java.util.List;

/** A refusal: these SKUs are not in the catalogue. Nothing was changed. */
public class ProductsNotFound extends Exception {

    private final transient List<Sku> skus;

    ProductsNotFound(List<Sku> skus) {
        super("not in the catalogue: " + skus);
        this.skus = List.copyOf(skus);
    }

    public List<Sku> skus() {
        return skus;
    }
}
