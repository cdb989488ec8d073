package io.orderflow.process.expressions;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.BadUserRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Remembers with the request that the engine refused an expression for it: the engine's REST API would answer 500. */
final class RefusedExpressions {

    private static final String REFUSED = RefusedExpressions.class.getName();

    private RefusedExpressions() {}

    /**
     * @param cause what is wrong with the expression itself, or null
     * @return what to throw; the engine wraps it
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
