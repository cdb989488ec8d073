package io.orderflow.web.idempotency;

import io.orderflow.web.Caller;
import io.orderflow.web.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Tells a repeat under a known {@code Idempotency-Key} from a request that is to run, for filters in front. */
@Component
public class Repeats {

    private final IdempotencyRecords records;

    Repeats(IdempotencyRecords records) {
        this.records = records;
    }

    /** Whether the request is one that runs at most once. */
    public boolean hasKey(HttpServletRequest request) {
        return IdempotencyFilter.hasKey(request);
    }

    /** Whether the caller has used the request's key before, and not long ago. */
    public boolean isKnown(HttpServletRequest request, Caller caller) {
        return records.isKnown(Digests.key(request, request.getHeader(IdempotencyFilter.HEADER), caller.userId()));
    }

    /** Whether the request has run under its key, which no repeat does. */
    public boolean hasRun(HttpServletRequest request) {
        return request.getAttribute(IdempotencyKey.class.getName()) != null;
    }
}
