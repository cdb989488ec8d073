package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;

/**
 * The parcel moved on between hand-over and delivery; published in the transaction that changes the shipment.
 *
 * @param attempt which shipment of the order, counted from 1
 * @param status where it is now, so far only {@code OUT_FOR_DELIVERY}
 * @param at when it happened by the carrier's account, to the millisecond; whatever the carrier wrote, the future
 *     included
 */
public record ShipmentProgressed(OrderNumber orderNumber, int attempt, ShipmentStatus status, Instant at) {}
