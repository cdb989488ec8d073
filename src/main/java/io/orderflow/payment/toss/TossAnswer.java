package io.orderflow.payment.toss;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer of Toss Payments. Its text shows the status and the error only, because the body may hold card data.
 *
 * @param status the HTTP status; 0 if there was no answer
 * @param json the body, an object or an array; null if there was none or it could not be read
 * @param problem why there is no body; null if there is one
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

    /** Returns the body of an answer that {@link #isOk}. */
    JsonNode body() {
        return requireNonNull(json);
    }

    /** Whether the gateway itself is failing, and has not just refused the request. */
    boolean isTrouble() {
        return json == null || status == 429 || status >= 500;
    }

    /** Returns the gateway's error code; empty if the answer has no code, or one of another shape. */
    String code() {
        String code = status >= 400 && json != null ? json.path("code").asText("") : "";
        return code.matches("[A-Z0-9_]{1,80}") ? code : "";
    }

    /** Returns the gateway's error message, on one line and cut to a fixed length. */
    String message() {
        String message = json == null
                ? ""
                : json.path("message").asText("").replaceAll("\\p{Cntrl}+", " ").strip();
        return message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
    }

    /** Returns a description of the answer that may be shown to ops and logged. */
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
