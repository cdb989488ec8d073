package io.orderflow.returns;

import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import java.util.List;

/** A refusal: the request names more pieces than were bought and not yet returned. Nothing was changed. */
public class TooManyReturned extends Exception {

    private final transient List<Sku> skus;

    TooManyReturned(OrderNumber order, List<Sku> skus) {
        super("order " + order + " has not that many pieces left of " + skus);
        this.skus = List.copyOf(skus);
    }

    /**
     * Returns the SKUs with too many pieces, including those that the order does not have; in SKU order, never empty.
     */
    public List<Sku> skus() {
        return skus;
    }
}
