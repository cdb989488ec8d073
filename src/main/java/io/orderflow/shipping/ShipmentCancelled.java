package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;

/**
 * A shipment was cancelled; published in the transaction that cancels it, once per attempt. Nothing in it is null.
 *
 * @param attempt which shipment of the order, counted from 1
 */
public record ShipmentCancelled(OrderNumber orderNumber, int attempt) {}
