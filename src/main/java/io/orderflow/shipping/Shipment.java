package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;

/**
 * One shipment of an order, as it was when it was read.
 *
 * @param orderNumber the order; not null
 * @param attempt which shipment of the order, counted from 1
 * @param carrier the carrier's name; not null
 * @param trackingNumber what the carrier and the customer know the parcel by; not null
 * @param status how far it has got; not null
 * @param bookedAt when it was booked; not null
 */
public record Shipment(
        OrderNumber orderNumber,
        int attempt,
        String carrier,
        String trackingNumber,
        ShipmentStatus status,
        Instant bookedAt) {}
