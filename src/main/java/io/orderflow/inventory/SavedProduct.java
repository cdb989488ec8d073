package io.orderflow.inventory;

/**
 * What a put left behind.
 *
 * @param product as stored; not null
 * @param created true when the SKU was new
 */
public record SavedProduct(StockItem product, boolean created) {}
