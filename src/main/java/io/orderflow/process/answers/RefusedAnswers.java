package io.orderflow.process.answers;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A filter that answers 400 if a task could not be completed because of the answer given, at every path. The engine's
 * REST API answers 500 to any error during a completion. The message stays the same.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
public class RefusedAnswers extends OncePerRequestFilter {

    private static final String REFUSED = RefusedAnswers.class.getName();

    /** Returns the exception that refuses an answer. The person reads the message, and the task stays open. */
    public static BadUserRequestException because(String message) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(REFUSED, true, RequestAttributes.SCOPE_REQUEST);
        }
        return new BadUserRequestException(message);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setStatus(int status) {
                boolean refused = status == SC_INTERNAL_SERVER_ERROR && request.getAttribute(REFUSED) != null;
                super.setStatus(refused ? SC_BAD_REQUEST : status);
            }
        });
    }
}
