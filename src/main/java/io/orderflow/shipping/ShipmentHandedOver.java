package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;

/**
 * An event: the carrier has taken the parcel. It is published once per attempt, before all later events about the
 * parcel, in the transaction that changes the shipment. If a listener throws, the change is rolled back, and both are
 * tried again.
 *
 * @param attempt which shipment of the order, counted from 1
 * @param at the carrier's time of the event, to the millisecond; it is not checked and may be in the future
 */
public record ShipmentHandedOver(OrderNumber orderNumber, int attempt, Instant at) {}
