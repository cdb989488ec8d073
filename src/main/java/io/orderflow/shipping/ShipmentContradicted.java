package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;

/**
 * The carrier told something about a parcel that does not fit what the parcel is, and that changes nothing of it;
 * published once for each such thing, in the transaction that records it. A listener that throws keeps the event
 * pending, and it is tried again.
 *
 * @param attempt which shipment of the order, counted from 1; not always the latest
 * @param told what the parcel would be
 * @param at when it happened by the carrier's account, to the millisecond; whatever the carrier wrote, the future
 *     included
 */
public record ShipmentContradicted(OrderNumber orderNumber, int attempt, ShipmentStatus told, Instant at) {}
