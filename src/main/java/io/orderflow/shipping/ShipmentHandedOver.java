package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;

/**
 * The carrier has the parcel; published once per attempt, in the transaction that changes the shipment and before
 * anything later about it. A listener that throws undoes the change, and both are tried again.
 *
 * @param attempt which shipment of the order, counted from 1
 * @param at when it happened by the carrier's account, to the millisecond; whatever the carrier wrote, the future
 *     included
 */
public record ShipmentHandedOver(OrderNumber orderNumber, int attempt, Instant at) {}
