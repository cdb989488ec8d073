package io.orderflow.inventory;

import io.orderflow.shared.Sku;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes products, each in a transaction of its own, so that a lost race for a new SKU can be run again. */
@Component
class Catalogue {

    private final Products products;

    Catalogue(Products products) {
        this.products = products;
    }

    /** @param wanted its pieces reserved count for nothing */
    @Transactional
    SavedProduct put(StockItem wanted) throws StockReserved {
        Sku sku = wanted.sku();
        StockItem known = products.lock(List.of(sku)).get(sku);
        if (known == null) {
            products.add(wanted);
            return new SavedProduct(wanted, true);
        }
        if (wanted.onHand() < known.reserved()) {
            throw new StockReserved(known.reserved());
        }
        StockItem replaced = new StockItem(sku, wanted.name(), wanted.price(), wanted.onHand(), known.reserved());
        products.replace(replaced);
        return new SavedProduct(replaced, false);
    }
}
