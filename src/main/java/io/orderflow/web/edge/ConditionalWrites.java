package io.orderflow.web.edge;

import io.orderflow.web.IfMatch;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The writes that evaluate {@code If-Match}: those whose controllers take an {@link IfMatch}. */
@Component
class ConditionalWrites {

    private final SingletonSupplier<List<RequestMatcher>> writes;

    ConditionalWrites(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        writes = SingletonSupplier.of(() -> mappings.getObject().getHandlerMethods().entrySet().stream()
                .filter(mapping -> takesCondition(mapping.getValue()))
                .map(Map.Entry::getKey)
                .flatMap(ConditionalWrites::matchers)
                .toList());
    }

    boolean include(HttpServletRequest request) {
        return writes.obtain().stream().anyMatch(write -> write.matches(request));
    }

    private static boolean takesCondition(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == IfMatch.class);
    }

    private static Stream<RequestMatcher> matchers(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(method -> mapping.getPatternValues().stream()
                        .map(path -> PathPatternRequestMatcher.withDefaults().matcher(method.asHttpMethod(), path)));
    }
}
