package io.orderflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body once, up to the limit, before anything else does; whoever comes later reads it from memory, as often as
 * needed. A chunked body announces no length, so counting is the only way to know.
 */
class BodyLimitFilter extends OncePerRequestFilter {

    static final int LIMIT = 64 * 1024;

    private final Problems problems;

    BodyLimitFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LIMIT) {
            refuse(HttpStatus.PAYLOAD_TOO_LARGE, request, response);
            return;
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(LIMIT + 1);
        } catch (IOException e) {
            refuse(HttpStatus.BAD_REQUEST, request, response); // broken chunks, or the client went away
            return;
        }
        if (body.length > LIMIT) {
            refuse(HttpStatus.PAYLOAD_TOO_LARGE, request, response);
            return;
        }
        chain.doFilter(new BufferedRequest(request, body), response);
    }

    private void refuse(HttpStatus status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close"); // what is left of the body is not worth reading
        problems.write(StatusCodes.problem(status), request, response);
    }
}
