package io.orderflow.security;

import io.orderflow.web.ApiProblem;
import io.orderflow.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * The handler that answers requests that security refuses with problems: 401 without a valid log-in, 403 without the
 * right to it, 429 after too many failed log-ins, and 400 if the firewall rejects the request.
 */
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private final Problems problems;

    SecurityProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof LockedException) {
            problems.write(new ApiProblem(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS"), request, response);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Orderflow\", charset=\"UTF-8\"");
        problems.write(new ApiProblem(HttpStatus.UNAUTHORIZED, "UNAUTHORIZED"), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        problems.write(new ApiProblem(HttpStatus.FORBIDDEN, "FORBIDDEN"), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws IOException {
        problems.write(new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_REQUEST"), request, response);
    }
}
