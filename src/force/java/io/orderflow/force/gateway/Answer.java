package io.orderflow.force.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What is to be sent back. */
record Answer(int status, String type, String body) {

    static final ObjectMapper JSON = new ObjectMapper();

    static Answer ok(JsonNode body) {
        return new Answer(200, "application/json", body.toString());
    }

    /** A refusal in the gateway's form. */
    static Answer no(int status, String code) {
        return new Answer(
                status,
                "application/json",
                JSON.createObjectNode()
                        .put("code", code)
                        .put("message", "said by the gateway of the proof")
                        .toString());
    }

    static Answer page(int status) {
        return new Answer(status, "text/html", "<html><body><h1>%d Bad Gateway</h1></body></html>".formatted(status));
    }

    boolean isOk() {
        return status == 200;
    }

    Answer withBody(String other) {
        return new Answer(status, type, other);
    }
}
