package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;

/**
 * An event: the parcel has moved on between its hand-over and its delivery. It is published in the transaction that
 * changes the shipment.
 *
 * @param attempt which shipment of the order, counted from 1
 * @param status the new status, which is {@code OUT_FOR_DELIVERY} so far
 * @param at the carrier's time of the event, to the millisecond; it is not checked and may be in the future
 */
public record ShipmentProgressed(OrderNumber orderNumber, int attempt, ShipmentStatus status, Instant at) {}
