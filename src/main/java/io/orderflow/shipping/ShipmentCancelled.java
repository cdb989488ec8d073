package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;

/**
 * An event: a shipment was cancelled. It is published once per attempt, in the transaction that cancels the shipment.
 *
 * @param attempt which shipment of the order, counted from 1
 */
public record ShipmentCancelled(OrderNumber orderNumber, int attempt) {}
