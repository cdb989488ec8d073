package io.orderflow.payment.toss;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What came back. It is shown by its status and error only: its body may hold a card.
 *
 * @param status the HTTP status; 0 when there was no answer
 * @param json the body, an object or an array; null when there was none or it could not be read
 * @param problem why there is no body; null when there is one
 */
record TossAnswer(
        int status, @Nullable JsonNode json, @Nullable String problem) {

    private static final int LONGEST_MESSAGE = 200;

    static TossAnswer none(String why) {
        return new TossAnswer(0, null, why);
    }

    boolean isOk() {
        return status == 200 && json != null;
    }

    /** The body of one that {@link #isOk}. */
    JsonNode body() {
        return requireNonNull(json);
    }

    /** Whether the gateway itself is in trouble, rather than unhappy with what was asked. */
    boolean isTrouble() {
        return json == null || status == 429 || status >= 500;
    }

    /** The gateway's error code; empty when the answer has none that looks like one. */
    String code() {
        String code = status >= 400 && json != null ? json.path("code").asText("") : "";
        return code.matches("[A-Z0-9_]{1,80}") ? code : "";
    }

    /** The gateway's words about its error, on one line and not too long. */
    String message() {
        String message = json == null
                ? ""
                : json.path("message").asText("").replaceAll("\\p{Cntrl}+", " ").strip();
        return message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
    }

    /** What came back, fit for ops and for the log. */
    String words() {
        if (json == null) {
            return status == 0 ? String.valueOf(problem) : "HTTP " + status + ", " + problem;
        }
        return isOk()
                ? "HTTP 200"
                : "HTTP %d %s %s".formatted(status, code(), message()).strip();
    }

    @Override
    public String toString() {
        return words();
    }
}
