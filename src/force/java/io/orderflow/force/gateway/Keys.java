package io.orderflow.force.gateway;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Idempotency keys: per method, path and key, one call at a time, and its yes or no for ever. The body plays no part.
 */
class Keys {

    static final Answer RUNNING = Answer.no(409, "IDEMPOTENT_REQUEST_PROCESSING");

    private final Map<String, Answer> answers = new HashMap<>();

    /**
     * Takes the key for a call that is now made.
     *
     * @return empty when the call is to be made; otherwise what is to be answered instead
     */
    synchronized Optional<Answer> take(String id) {
        return Optional.ofNullable(answers.putIfAbsent(id, RUNNING));
    }

    synchronized void settle(String id, Answer answer) {
        if (answer.isOk() || answer.body().contains("REJECT")) {
            answers.put(id, answer);
        } else {
            answers.remove(id);
        }
    }

    static String id(String method, String path, String key) {
        return method + " " + path + " " + key;
    }
}
