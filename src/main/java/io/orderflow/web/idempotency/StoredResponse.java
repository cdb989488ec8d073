package io.orderflow.web.idempotency;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stored answer of a finished request.
 *
 * @param contentType null if there was no body
 * @param location null if there was none
 * @param etag null if there was none
 * @param body may be empty
 */
record StoredResponse(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String etag,
        String body) {

    private static final Set<Integer> REMEMBERED_REFUSALS = Set.of(402, 404, 409, 422);
    /** The refusals that pass with time: a client may send the same request again. */
    private static final Set<String> PASSING =
            Set.of("REQUEST_IN_PROGRESS", "TOO_MANY_UNPAID_ORDERS", "TOO_MANY_UNPAID_PIECES");

    /**
     * Whether a repeat gets this answer again: successes and refusals are stored, malformed requests and failures are
     * not.
     */
    boolean isWorthRemembering(@Nullable String problemCode) {
        return status >= 200 && status < 300
                || REMEMBERED_REFUSALS.contains(status) && (problemCode == null || !PASSING.contains(problemCode));
    }
}
