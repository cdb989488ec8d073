package io.orderflow.web.edge;

import io.orderflow.web.Violation;
import io.orderflow.web.ViolationMessages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** The rule that a query has only parameters that the method takes, as a body has only fields that it knows. */
class KnownParameters implements HandlerInterceptor {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final ViolationMessages wording;

    KnownParameters(ViolationMessages wording) {
        this.wording = wording;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getQueryString() != null) {
            Set<String> unknown = new TreeSet<>(request.getParameterMap().keySet());
            unknown.removeAll(known(method));
            if (!unknown.isEmpty()) {
                throw Violation.problem(unknown.stream()
                        .map(name -> new Violation(name, wording.of("unknown")))
                        .toList());
            }
        }
        return true;
    }

    private static Set<String> known(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(KnownParameters::name)
                .collect(Collectors.toSet());
    }

    private static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(NAMES);
        return String.valueOf(parameter.getParameterName());
    }
}
