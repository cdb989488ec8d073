package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;

/**
 * An event: the parcel was delivered. It is published once per attempt, after {@link ShipmentHandedOver}, in the
 * transaction that changes the shipment. If a listener throws, the change is rolled back, and both are tried again.
 *
 * @param attempt which shipment of the order, counted from 1; not always the latest
 * @param at the carrier's time of the event, to the millisecond; it is not checked and may be in the future
 * @param givenUp whether the carrier had reported before that it could not deliver the parcel
 * @param cameBack whether the carrier had reported before that the goods came back to the shop
 */
public record ShipmentDelivered(OrderNumber orderNumber, int attempt, Instant at, boolean givenUp, boolean cameBack) {}
