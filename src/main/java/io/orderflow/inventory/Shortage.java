package io.orderflow.inventory;

import io.orderflow.shared.Sku;

/**
 * A shortage: too few available pieces of one product for an order.
 *
 * @param requested the pieces that the order needs
 * @param available the pieces that it could get, including those of expired reservations; 0 for an unknown product
 */
public record Shortage(Sku sku, long requested, long available) {}
