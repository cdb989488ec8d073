package io.orderflow.web.idempotency;

import io.orderflow.web.Caller;
import io.orderflow.web.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * The test that distinguishes repeats under a known {@code Idempotency-Key} from first requests, for filters that come
 * before.
 */
@Component
public class Repeats {

    private final IdempotencyRecords records;

    Repeats(IdempotencyRecords records) {
        this.records = records;
    }

    /** Whether the request is a write with an {@code Idempotency-Key}. */
    public boolean hasKey(HttpServletRequest request) {
        return IdempotencyFilter.hasKey(request);
    }

    /** Whether the caller has used the request's key before, and its record has not expired. */
    public boolean isKnown(HttpServletRequest request, Caller caller) {
        return records.isKnown(Digests.key(request, request.getHeader(IdempotencyFilter.HEADER), caller.userId()));
    }

    /** Whether the request was executed under its key, and not answered as a repeat. */
    public boolean hasRun(HttpServletRequest request) {
        return request.getAttribute(IdempotencyKey.class.getName()) != null;
    }
}
