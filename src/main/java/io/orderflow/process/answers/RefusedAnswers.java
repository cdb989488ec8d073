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
 * Answers 400 where a task could not be completed because of the answer given, whatever the path. The engine's REST API
 * says 500 to whatever stops a completion; its message stays.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
public class RefusedAnswers extends OncePerRequestFilter {

    private static final String REFUSED = RefusedAnswers.class.getName();

    /** What to throw at an answer that is none: the person reads the message, and the task stays. */
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
