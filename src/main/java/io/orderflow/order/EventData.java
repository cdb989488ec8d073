package io.orderflow.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** What belongs to an audit event beyond its columns, as the JSON object it is stored as. */
final class EventData {

    private static final JsonMapper JSON = new JsonMapper();

    private EventData() {}

    static String of(String name, Object value) {
        return of(Map.of(name, value));
    }

    static String of(Map<String, ?> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not fit for an audit event", e);
        }
    }
}
