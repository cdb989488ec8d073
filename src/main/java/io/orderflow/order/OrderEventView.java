package io.orderflow.order;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.orderflow.shared.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail as the API shows it.
 *
 * @param sequence the number of the entry, from 1 without gaps
 * @param from the status before; null if the status did not change
 * @param to the status after; null if the status did not change
 * @param reason why the order was called off; null for none
 * @param actor a user id, or SYSTEM, CARRIER or GATEWAY
 * @param occurredAt when we learned of the event
 * @param data a JSON object with the details of the event, or null. Its {@code occurredAt} is the time that the carrier
 *     gave for the event, if that is another time
 */
public record OrderEventView(
        int sequence,
        String type,
        @Nullable OrderStatus from,
        @Nullable OrderStatus to,
        @Nullable OrderReason reason,
        Actor actor,
        Instant occurredAt,
        @JsonRawValue @Nullable String data) {}
