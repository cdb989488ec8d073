package io.orderflow.web.edge;

import io.orderflow.web.ApiProblem;
import io.orderflow.web.BufferedRequest;
import io.orderflow.web.Problems;
import io.orderflow.web.StatusCodes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A filter that refuses bodies above the limit. It comes after authentication, so that no body of a stranger is read.
 */
class BodyLimitFilter extends OncePerRequestFilter {

    static final int LIMIT = 64 * 1024;
    /** The limit that the engine's own REST API has too. */
    static final int LIMIT_OF_FILES = 5 * 1024 * 1024;

    private final Problems problems;
    private final WritesWithMore writes;

    BodyLimitFilter(Problems problems, WritesWithMore writes) {
        this.problems = problems;
        this.writes = writes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int limit = writes.takeFiles(request) ? LIMIT_OF_FILES : LIMIT;
        if (request.getContentLengthLong() > limit) {
            problems.write(StatusCodes.problem(HttpStatus.PAYLOAD_TOO_LARGE), request, response);
            return;
        }
        try {
            chain.doFilter(new BufferedRequest(request, limit), response);
        } catch (ApiProblem refusal) {
            problems.write(refusal, request, response); // A filter, and not a controller, has read the body.
        }
    }
}
