package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;

/**
 * One shipment of an order, as it was when it was read.
 *
 * @param attempt the number of the delivery attempt, from 1
 * @param carrier the carrier's name
 * @param trackingNumber the number by which the carrier and the customer know the parcel
 * @param bookedAt when the carrier booked it
 */
public record Shipment(
        OrderNumber orderNumber,
        int attempt,
        String carrier,
        String trackingNumber,
        ShipmentStatus status,
        Instant bookedAt) {}
