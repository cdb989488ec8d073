package io.orderflow.web.edge;

import io.orderflow.web.IfMatch;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The writes that take more than a JSON body: a condition, or files. It reads this from the controllers' methods. */
@Component
class WritesWithMore {

    private final SingletonSupplier<List<RequestMatcher>> conditional;
    private final SingletonSupplier<List<RequestMatcher>> uploads;

    WritesWithMore(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        conditional = matchers(mappings, mapping -> takesCondition(mapping.getValue()));
        uploads = matchers(mappings, mapping -> takesFiles(mapping.getKey()));
    }

    /** Whether the request is a write that evaluates {@code If-Match}. */
    boolean evaluateCondition(HttpServletRequest request) {
        return conditional.obtain().stream().anyMatch(write -> write.matches(request));
    }

    /** Whether the request is a write whose body is {@code multipart/form-data}. */
    boolean takeFiles(HttpServletRequest request) {
        return uploads.obtain().stream().anyMatch(write -> write.matches(request));
    }

    private static SingletonSupplier<List<RequestMatcher>> matchers(
            ObjectProvider<RequestMappingHandlerMapping> mappings,
            Predicate<Map.Entry<RequestMappingInfo, HandlerMethod>> wanted) {
        return SingletonSupplier.of(() -> mappings.getObject().getHandlerMethods().entrySet().stream()
                .filter(wanted)
                .map(Map.Entry::getKey)
                .flatMap(WritesWithMore::matchers)
                .toList());
    }

    private static boolean takesCondition(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == IfMatch.class);
    }

    private static boolean takesFiles(RequestMappingInfo mapping) {
        return mapping.getConsumesCondition().getConsumableMediaTypes().contains(MediaType.MULTIPART_FORM_DATA);
    }

    private static Stream<RequestMatcher> matchers(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(method -> mapping.getPatternValues().stream()
                        .map(path -> PathPatternRequestMatcher.withDefaults().matcher(method.asHttpMethod(), path)));
    }
}
