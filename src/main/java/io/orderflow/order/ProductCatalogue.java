package io.orderflow.order;

import io.orderflow.shared.Money;
import io.orderflow.shared.Sku;
import java.util.Collection;
import java.util.Map;

/** What an order must know of the goods; filled in from outside, because no module knows its sibling. */
public interface ProductCatalogue {

    /**
     * A product as it is offered now.
     *
     * @param price in won, per piece
     */
    record Offer(String name, Money price) {}

    /** The offers of these SKUs; an SKU that is not in the catalogue is absent. */
    Map<Sku, Offer> offers(Collection<Sku> skus);
}
