package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The carrier gave up; published once per attempt and kind, after {@link ShipmentHandedOver}, in the transaction that
 * changes the shipment. A listener that throws undoes the change, and both are tried again.
 *
 * @param attempt which shipment of the order, counted from 1
 * @param kind {@code FAILED} or {@code RETURN_TO_SENDER}
 * @param detail the carrier's words, up to 500 characters, or null
 * @param at when it happened by the carrier's account, to the millisecond; whatever the carrier wrote, the future
 *     included
 */
public record ShipmentFailed(
        OrderNumber orderNumber,
        int attempt,
        ShipmentStatus kind,
        @Nullable String detail,
        Instant at) {}
