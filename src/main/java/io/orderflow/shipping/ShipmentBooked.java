package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;

/**
 * A carrier took a booking; published in the transaction that booked, once per attempt. Nothing in it is null.
 *
 * @param attempt which shipment of the order, counted from 1
 */
public record ShipmentBooked(OrderNumber orderNumber, int attempt, String carrier, String trackingNumber) {}
