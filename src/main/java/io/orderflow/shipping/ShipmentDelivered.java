package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;

/**
 * An event: the parcel was delivered. It is published once per attempt, after {@link ShipmentHandedOver}, in the
 * transaction that changes the shipment. If a listener throws, the change is rolled back, and both are tried again.
 *
 * @param attempt which shipment of the order, counted from 1; not always the latest
 * @param at when it happened by the carrier's account, to the millisecond; whatever the carrier wrote, the future
 *     included
 * @param givenUp whether the carrier had given the parcel up before it said so
 * @param cameBack whether its goods had come back to us by the carrier's account, before it arrived
 */
public record ShipmentDelivered(OrderNumber orderNumber, int attempt, Instant at, boolean givenUp, boolean cameBack) {}
