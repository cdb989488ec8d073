package io.orderflow.inventory;

/**
 * The result of storing a product.
 *
 * @param product the stored product
 * @param created whether the SKU is new
 */
public record SavedProduct(StockItem product, boolean created) {}
