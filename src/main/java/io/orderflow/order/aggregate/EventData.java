package io.orderflow.order.aggregate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.orderflow.shared.Shortage;
import io.orderflow.shared.Sku;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The details of an audit event, as a JSON object. */
final class EventData {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private EventData() {}

    static String of(String name, Object value) {
        return of(Map.of(name, value));
    }

    /**
     * Writes the members as {@link #of(Map)} does, with the time that the carrier gave for the event.
     *
     * @param told the carrier's time, or null; it is left out if it equals {@code now}
     * @return null if there is nothing to write
     */
    static @Nullable String told(Map<String, ?> members, @Nullable Instant told, Instant now) {
        Map<String, Object> all = new TreeMap<>(members);
        if (told != null && !told.equals(now)) {
            all.put("occurredAt", MILLISECONDS.format(told));
        }
        return all.isEmpty() ? null : of(all);
    }

    /** What was missing of an order that could not be supplied. */
    static String ofShortages(List<Shortage> shortages) {
        return of("shortages", shortages.stream().map(Missing::of).toList());
    }

    /** Reads what {@link #ofShortages} wrote. */
    static List<Shortage> shortages(String data) {
        try {
            List<Shortage> shortages = new ArrayList<>();
            for (JsonNode missing : JSON.readTree(data).path("shortages")) {
                shortages.add(new Shortage(
                        new Sku(missing.path("sku").asText()),
                        missing.path("requested").asLong(),
                        missing.path("available").asLong()));
            }
            return shortages;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no shortages: " + data, e);
        }
    }

    static String of(Map<String, ?> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not fit for an audit event", e);
        }
    }

    private record Missing(String sku, long requested, long available) {

        static Missing of(Shortage shortage) {
            return new Missing(shortage.sku().value(), shortage.requested(), shortage.available());
        }
    }
}
