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
 * Decides by the headers alone, before an idempotency key is taken and before any controller runs, whether the two can
 * understand each other: what is refused has not happened. The API reads and writes JSON in UTF-8 without a content
 * coding, and evaluates no precondition of a write but {@code If-Match} of the {@link ConditionalWrites}; further
 * inside nothing is left to negotiate.
 */
class NegotiationFilter extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Problems problems;
    private final ConditionalWrites conditional;

    NegotiationFilter(Problems problems, ConditionalWrites conditional) {
        this.problems = problems;
        this.conditional = conditional;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<HttpStatus> refusal = refusal(request);
        if (refusal.isPresent()) {
            problems.write(StatusCodes.problem(refusal.get()), request, response);
        } else {
            chain.doFilter(new JsonRequest(request), response);
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
                || request.getHeader(HttpHeaders.IF_MATCH) != null && !conditional.include(request)) {
            return Optional.of(HttpStatus.PRECONDITION_FAILED);
        }
        return hasBody(request) && !isJson(request) ? Optional.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE) : Optional.empty();
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static boolean isJson(HttpServletRequest request) {
        return ContentNegotiation.isJson(request.getContentType())
                && values(request, HttpHeaders.CONTENT_ENCODING).stream().allMatch("identity"::equalsIgnoreCase);
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
