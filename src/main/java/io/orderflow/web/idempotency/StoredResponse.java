package io.orderflow.web.idempotency;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a finished request was answered with.
 *
 * @param contentType null when there was no body
 * @param location null when there was none
 * @param etag null when there was none
 * @param body never null, may be empty
 */
record StoredResponse(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String etag,
        String body) {

    private static final Set<Integer> REMEMBERED_REFUSALS = Set.of(402, 404, 409, 422);
    /** Refusals that time heals: the same request is meant to be sent again. */
    private static final Set<String> PASSING =
            Set.of("REQUEST_IN_PROGRESS", "TOO_MANY_UNPAID_ORDERS", "TOO_MANY_UNPAID_PIECES");

    /** Whether the contract wants this answer again: successes and business refusals, no slips and no breakdowns. */
    boolean isWorthRemembering(@Nullable String problemCode) {
        return status >= 200 && status < 300
                || REMEMBERED_REFUSALS.contains(status) && (problemCode == null || !PASSING.contains(problemCode));
    }
}
