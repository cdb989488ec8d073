package io.orderflow.returns;

import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import java.util.List;

/** Refusal: more pieces than were bought and not yet returned. Nothing was changed. */
public class TooManyReturned extends Exception {

    private final transient List<Sku> skus;

    TooManyReturned(OrderNumber order, List<Sku> skus) {
        super("order " + order + " has not that many pieces left of " + skus);
        this.skus = List.copyOf(skus);
    }

    /** The SKUs asked for too often, those the order does not have included; in SKU order, never empty. */
    public List<Sku> skus() {
        return skus;
    }
}
