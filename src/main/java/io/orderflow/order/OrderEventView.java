package io.orderflow.order;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.orderflow.shared.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail as the API shows it.
 *
 * @param sequence counts from 1 without gaps
 * @param from null where the status did not change
 * @param to null where the status did not change
 * @param reason why the order was called off; null for none
 * @param actor a user id, or SYSTEM, CARRIER, GATEWAY
 * @param occurredAt when we learned of it
 * @param data null, or a JSON object with what belongs to this event; {@code occurredAt} in it is when it happened by
 *     the carrier's account, where that is another time
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
