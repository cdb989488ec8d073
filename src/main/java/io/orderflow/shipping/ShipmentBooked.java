package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;

/**
 * An event: a carrier has booked a parcel. It is published once per attempt, in the transaction that stores the
 * booking.
 *
 * @param attempt which shipment of the order, counted from 1
 */
public record ShipmentBooked(OrderNumber orderNumber, int attempt, String carrier, String trackingNumber) {}
