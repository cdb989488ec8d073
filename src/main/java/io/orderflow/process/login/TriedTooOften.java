package io.orderflow.process.login;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The refusal to check a password now. The engine's own APIs answer 429, with a message that the log-in page shows. */
class TriedTooOften extends RestException {

    private TriedTooOften(long seconds) {
        super(Status.TOO_MANY_REQUESTS, "Too many attempts to log in; the next one is possible in " + seconds + " s.");
    }

    /** Returns the exception, and sets the header {@code Retry-After} of the response. */
    static TriedTooOften waiting(Duration wait) {
        long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            tell(request.getResponse(), seconds);
        }
        return new TriedTooOften(seconds);
    }

    private static void tell(HttpServletResponse response, long seconds) {
        if (response != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
    }
}
