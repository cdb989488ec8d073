package io.orderflow.web;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * A resolver of a parameter of type {@link IfMatch}. A header that cannot be parsed is a problem, because a write
 * without its condition could overwrite something.
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
