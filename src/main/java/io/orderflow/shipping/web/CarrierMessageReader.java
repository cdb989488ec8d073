package io.orderflow.shipping.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.orderflow.shipping.inbox.CarrierMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The reader of the body of a webhook. Unlike the API it ignores unknown fields, because a carrier may add some at any
 * time.
 */
@Component
class CarrierMessageReader {

    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final Clock clock;

    CarrierMessageReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param webhookId the header {@code webhook-id}
     * @param body the bytes of the body
     * @return the message; if {@code occurredAt} is absent, it has the time of the message, or else the present time
     * @throws IllegalArgumentException if the body has another shape
     */
    CarrierMessage read(String webhookId, byte[] body) {
        JsonNode root = parse(body);
        JsonNode data = root.path("data");
        if (!root.isObject() || !isAbsent(data) && !data.isObject()) {
            throw new IllegalArgumentException("the body and its data must be objects");
        }
        return new CarrierMessage(
                webhookId,
                textOrBlank(root, "type"),
                textOrBlank(data, "carrier"),
                text(data, "eventId"),
                text(data, "trackingNumber"),
                text(data, "orderNumber"),
                text(data, "statusDetail"),
                time(root, data));
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new IllegalArgumentException("the body is not JSON", e);
        }
    }

    private static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!isAbsent(value) && !value.isTextual()) {
            throw new IllegalArgumentException(field + " must be text");
        }
        return value.textValue();
    }

    private static String textOrBlank(JsonNode object, String field) {
        String text = text(object, field);
        return text == null ? "" : text;
    }

    private Instant time(JsonNode root, JsonNode data) {
        String occurredAt = text(data, "occurredAt");
        String told = occurredAt != null ? occurredAt : text(root, "timestamp");
        try {
            return told == null ? clock.instant() : OffsetDateTime.parse(told).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time with offset", e);
        }
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
