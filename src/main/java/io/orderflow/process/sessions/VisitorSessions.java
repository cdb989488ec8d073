package io.orderflow.process.sessions;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A filter before the webapps' own filters. They open a session for every visitor, and this one keeps it only for
 * users.
 */
@Component
@FilterRegistration(order = Ordered.HIGHEST_PRECEDENCE + 20)
class VisitorSessions extends OncePerRequestFilter {

    private final Clock clock;

    VisitorSessions(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isUser = request.getSession(false) != null;
        chain.doFilter(isUser ? request : new VisitorRequest(request, clock), response);
    }
}
