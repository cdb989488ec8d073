package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;

/**
 * The parcel arrived; published once per attempt, after {@link ShipmentHandedOver}, in the transaction that changes the
 * shipment. A listener that throws undoes the change, and both are tried again.
 *
 * @param at when it happened by the carrier's account, to the millisecond; whatever the carrier wrote, the future included
 */
public record ShipmentDelivered(OrderNumber orderNumber, int attempt, Instant at) {}
