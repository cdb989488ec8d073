package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;

/**
 * An event: the parcel has moved on between its hand-over and its delivery. It is published in the transaction that
 * changes the shipment.
 *
 * @param attempt which shipment of the order, counted from 1
 * @param status where it is now, so far only {@code OUT_FOR_DELIVERY}
 * @param at when it happened by the carrier's account, to the millisecond; whatever the carrier wrote, the future
 *     included
 */
public record ShipmentProgressed(OrderNumber orderNumber, int attempt, ShipmentStatus status, Instant at) {}
