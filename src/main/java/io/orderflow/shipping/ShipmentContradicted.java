package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;

/**
 * An event: a carrier event contradicts the status of the parcel, which stays as it is. It is published once per
 * contradiction, in the transaction that stores the carrier event. If a listener throws, the carrier event stays
 * pending and is tried again.
 *
 * @param attempt which shipment of the order, counted from 1; not always the latest
 * @param told the status that the carrier event gives the parcel
 * @param at the carrier's time of the event, to the millisecond; it is not checked and may be in the future
 */
public record ShipmentContradicted(OrderNumber orderNumber, int attempt, ShipmentStatus told, Instant at) {}
