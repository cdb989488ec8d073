package io.orderflow.web;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands controllers the condition of a write; a header that makes no sense is a problem, for to ignore it could do
 * harm.
 */
class IfMatchResolver implements HandlerMethodArgumentResolver {

    private final ViolationMessages wording;

    IfMatchResolver(ViolationMessages wording) {
        this.wording = wording;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IfMatch.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        String[] values = request.getHeaderValues(HttpHeaders.IF_MATCH);
        return values == null
                ? IfMatch.ABSENT
                : IfMatch.parse(String.join(",", values))
                        .orElseThrow(() -> Violation.problem(HttpHeaders.IF_MATCH, wording.of("if-match")));
    }
}
