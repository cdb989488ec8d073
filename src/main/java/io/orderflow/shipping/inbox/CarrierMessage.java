package io.orderflow.shipping.inbox;

import io.orderflow.shared.ProperText;
import io.orderflow.shared.VisibleText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One message of a carrier. Texts without {@link VisibleText} count as absent.
 *
 * @param webhookId the sender's id of the message, the same if it is sent again; 1 to 255 characters
 * @param type the type of the event, such as {@code shipment.delivered}; 1 to 100 characters; an unknown type is
 *     accepted and stored
 * @param carrier the carrier's name, up to 100 characters; {@code unknown} if it is absent
 * @param eventId the carrier's id of the event, up to 255 characters, or null
 * @param trackingNumber up to 100 characters, or null
 * @param orderNumber up to 64 characters, or null; a known type needs a tracking number or an order number
 * @param statusDetail the carrier's words, or null; cut after 500 characters
 * @param occurredAt when the event happened, from the year 2000 to 9999; to the millisecond, as it is stored
 * @throws IllegalArgumentException if a part has another shape; the message names the part and never its value
 */
public record CarrierMessage(
        String webhookId,
        String type,
        String carrier,
        @Nullable String eventId,
        @Nullable String trackingNumber,
        @Nullable String orderNumber,
        @Nullable String statusDetail,
        Instant occurredAt) {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int LONGEST_DETAIL = 500;

    public CarrierMessage {
        webhookId = required("webhook-id", webhookId, 255);
        type = required("type", type, 100);
        carrier = text("carrier", carrier, 100) == null ? "unknown" : carrier;
        eventId = text("eventId", eventId, 255);
        trackingNumber = text("trackingNumber", trackingNumber, 100);
        orderNumber = text("orderNumber", orderNumber, 64);
        statusDetail = cut(statusDetail);
        if (occurredAt == null || occurredAt.isBefore(EARLIEST) || occurredAt.isAfter(LATEST)) {
            throw new IllegalArgumentException("occurredAt must be a time from the year 2000 to 9999");
        }
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MILLIS);
        if (trackingNumber == null
                && orderNumber == null
                && CarrierEventType.of(type).isPresent()) {
            throw new IllegalArgumentException("trackingNumber or orderNumber must identify the shipment");
        }
    }

    /** Returns what the message is about: the tracking number, or else the order number; empty if it has neither. */
    String about() {
        return trackingNumber != null ? trackingNumber : orderNumber != null ? orderNumber : "";
    }

    private static String required(String part, String value, int longest) {
        if (text(part, value, longest) == null) {
            throw new IllegalArgumentException(part + " must not be absent");
        }
        return value;
    }

    /** Returns null if nothing of the text is visible. It refuses long texts, and what is no {@link ProperText}. */
    private static @Nullable String text(String part, @Nullable String value, int longest) {
        if (value == null || !VisibleText.isIn(value)) {
            return null;
        }
        if (value.length() > longest || !ProperText.is(value)) {
            throw new IllegalArgumentException(part + " must be at most " + longest + " proper characters");
        }
        return value;
    }

    /** Cuts the text, but never within a surrogate pair. */
    private static @Nullable String cut(@Nullable String detail) {
        if (detail == null || !VisibleText.isIn(detail)) {
            return null;
        }
        String proper = ProperText.of(detail);
        int end = Math.min(proper.length(), LONGEST_DETAIL);
        boolean within = end < proper.length() && Character.isLowSurrogate(proper.charAt(end));
        return proper.substring(0, within ? end - 1 : end);
    }
}
