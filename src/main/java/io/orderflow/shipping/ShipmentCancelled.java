package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;

/**
 * An event: a shipment was cancelled. It is published once per attempt, in the transaction that cancels the shipment.
 */
public record ShipmentCancelled(OrderNumber orderNumber, int attempt) {}
