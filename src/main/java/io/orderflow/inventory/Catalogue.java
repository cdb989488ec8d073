package io.orderflow.inventory;

import io.orderflow.shared.Money;
import io.orderflow.shared.Sku;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes products, each in a transaction of its own, so that a lost race for a new SKU can be run again. */
@Component
class Catalogue {

    private final Products products;
    private final Warehouse warehouse;

    Catalogue(Products products, Warehouse warehouse) {
        this.products = products;
        this.warehouse = warehouse;
    }

    @Transactional
    SavedProduct put(Sku sku, String name, Money price, long onHand) throws StockReserved {
        Product product = warehouse.lock(List.of(sku.value())).get(sku);
        if (product == null) {
            Product added = products.saveAndFlush(new Product(sku.value(), name, price.won(), onHand, 0));
            return new SavedProduct(added.toStockItem(), true);
        }
        product.replace(name, price, onHand);
        return new SavedProduct(product.toStockItem(), false);
    }
}
