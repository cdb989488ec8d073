package io.orderflow.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The codes of problems that follow from an HTTP status alone. */
public final class StatusCodes {

    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "VALIDATION_FAILED"),
            Map.entry(401, "UNAUTHORIZED"),
            Map.entry(403, "FORBIDDEN"),
            Map.entry(404, "NOT_FOUND"),
            Map.entry(405, "METHOD_NOT_ALLOWED"),
            Map.entry(406, "NOT_ACCEPTABLE"),
            Map.entry(408, "REQUEST_TIMEOUT"),
            Map.entry(412, "PRECONDITION_FAILED"),
            Map.entry(413, "PAYLOAD_TOO_LARGE"),
            Map.entry(414, "URI_TOO_LONG"),
            Map.entry(415, "UNSUPPORTED_MEDIA_TYPE"),
            Map.entry(417, "EXPECTATION_FAILED"),
            Map.entry(422, "UNPROCESSABLE"),
            Map.entry(431, "HEADERS_TOO_LARGE"),
            Map.entry(501, "METHOD_NOT_ALLOWED"),
            Map.entry(503, "SERVICE_UNAVAILABLE"));

    private StatusCodes() {}

    /**
     * Returns the problem of a status. A 4xx without a code of its own gets {@code BAD_REQUEST}; any other becomes a
     * 500.
     */
    public static ApiProblem problem(HttpStatusCode status) {
        String code = CODES.get(status.value());
        if (code != null) {
            return new ApiProblem(HttpStatus.valueOf(status.value()), code);
        }
        HttpStatus known = HttpStatus.resolve(status.value());
        return status.is4xxClientError() && known != null
                ? new ApiProblem(known, "BAD_REQUEST")
                : new ApiProblem(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR");
    }
}
