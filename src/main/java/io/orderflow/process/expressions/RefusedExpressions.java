package io.orderflow.process.expressions;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.BadUserRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** A mark on the request that the engine refused an expression. The engine's REST API would answer 500. */
final class RefusedExpressions {

    private static final String REFUSED = RefusedExpressions.class.getName();

    private RefusedExpressions() {}

    /**
     * Marks the request and returns the exception to throw, which the engine wraps.
     *
     * @param cause what is wrong with the expression itself, or null
     */
    static BadUserRequestException refuse(String expression, @Nullable Throwable cause) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(REFUSED, true, RequestAttributes.SCOPE_REQUEST);
        }
        return new BadUserRequestException("The expression '" + expression + "' is not evaluated here.", cause);
    }

    static boolean happenedFor(HttpServletRequest request) {
        return request.getAttribute(REFUSED) != null;
    }
}
