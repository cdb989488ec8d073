package io.orderflow.order;

import io.orderflow.shared.Money;
import io.orderflow.shared.Sku;
import java.util.Collection;
import java.util.Map;

/**
 * The port through which this module asks about products. Another module implements it, because modules do not know
 * each other.
 */
public interface ProductCatalogue {

    /**
     * A product with its present name and price.
     *
     * @param price the price of one piece
     */
    record Offer(String name, Money price) {}

    /** The offers of these SKUs; an SKU that is not in the catalogue is absent. */
    Map<Sku, Offer> offers(Collection<Sku> skus);
}
