package io.orderflow.web.edge;

import io.orderflow.web.Problems;
import io.orderflow.web.StatusCodes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A filter that negotiates content by the headers alone, before an idempotency key is claimed and before any controller
 * runs, so that a refused request has done nothing. The API reads and writes JSON in UTF-8 without a content coding,
 * except for uploads of files. Of the preconditions of a write it evaluates only {@code If-Match}, and only if the
 * controller takes it.
 */
class NegotiationFilter extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Problems problems;
    private final WritesWithMore writes;

    NegotiationFilter(Problems problems, WritesWithMore writes) {
        this.problems = problems;
        this.writes = writes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<HttpStatus> refusal = refusal(request);
        if (refusal.isPresent()) {
            problems.write(StatusCodes.problem(refusal.get()), request, response);
        } else {
            chain.doFilter(writes.takeFiles(request) ? request : new JsonRequest(request), response);
        }
    }

    private Optional<HttpStatus> refusal(HttpServletRequest request) {
        if (!ContentNegotiation.admitJson(values(request, HttpHeaders.ACCEPT))
                || !ContentNegotiation.admitNoCoding(values(request, HttpHeaders.ACCEPT_ENCODING))) {
            return Optional.of(HttpStatus.NOT_ACCEPTABLE);
        }
        if (READS.contains(request.getMethod())) {
            return Optional.empty();
        }
        if (request.getHeader(HttpHeaders.IF_NONE_MATCH) != null
                || request.getHeader(HttpHeaders.IF_MATCH) != null && !writes.evaluateCondition(request)) {
            return Optional.of(HttpStatus.PRECONDITION_FAILED);
        }
        return hasBody(request) && !isUnderstood(request)
                ? Optional.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                : Optional.empty();
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private boolean isUnderstood(HttpServletRequest request) {
        boolean type = writes.takeFiles(request)
                ? ContentNegotiation.isFiles(request.getContentType())
                : ContentNegotiation.isJson(request.getContentType());
        return type && values(request, HttpHeaders.CONTENT_ENCODING).stream().allMatch("identity"::equalsIgnoreCase);
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
