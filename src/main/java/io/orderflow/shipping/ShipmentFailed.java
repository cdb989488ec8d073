package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event: the carrier could not deliver the parcel. It is published once per attempt and kind, after
 * {@link ShipmentHandedOver}, in the transaction that changes the shipment. If a listener throws, the change is rolled
 * back, and both are tried again.
 *
 * @param attempt which shipment of the order, counted from 1
 * @param kind {@code FAILED} or {@code RETURN_TO_SENDER}
 * @param detail the carrier's words, up to 500 characters, or null
 * @param at the carrier's time of the event, to the millisecond; it is not checked and may be in the future
 */
public record ShipmentFailed(
        OrderNumber orderNumber,
        int attempt,
        ShipmentStatus kind,
        @Nullable String detail,
        Instant at) {}
