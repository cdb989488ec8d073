package io.orderflow.shared;

/**
 * Too few pieces of one product.
 *
 * @param sku not null
 * @param requested pieces asked for
 * @param available pieces that could be had instead, those of expired reservations included; 0 for an unknown product
 */
public record Shortage(Sku sku, long requested, long available) {}
