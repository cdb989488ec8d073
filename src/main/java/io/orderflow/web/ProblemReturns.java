package io.orderflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The handler that answers with the problem that an exception handler returns. */
class ProblemReturns implements HandlerMethodReturnValueHandler {

    private final Problems problems;

    ProblemReturns(Problems problems) {
        this.problems = problems;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return type.getParameterType() == ApiProblem.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object problem, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        problems.write(
                (ApiProblem) Objects.requireNonNull(problem),
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
                Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
    }
}
