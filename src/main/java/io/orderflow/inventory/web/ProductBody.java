package io.orderflow.inventory.web;

import io.orderflow.inventory.StockItem;

/** A product as the API shows it, with its price in won. */
record ProductBody(String sku, String name, long price, long onHand, long reserved, long available) {

    static ProductBody of(StockItem item) {
        return new ProductBody(
                item.sku().value(), item.name(), item.price().won(), item.onHand(), item.reserved(), item.available());
    }
}
