package io.orderflow.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * A resolver of a parameter of type {@link WaitFor}. It ignores preferences that it does not know, as RFC 7240 demands.
 */
class WaitForResolver implements HandlerMethodArgumentResolver {

    private static final Duration DEFAULT = Duration.ofSeconds(5);
    private static final int LONGEST = 30;
    private static final Pattern WAIT =
            Pattern.compile("\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == WaitFor.class;
    }

    @Override
    public WaitFor resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        String[] preferences = request.getHeaderValues("Prefer");
        return preferences == null ? new WaitFor(DEFAULT) : parse(String.join(",", preferences));
    }

    /** Reads the first {@code wait} of the preferences. */
    static WaitFor parse(String preferences) {
        return Arrays.stream(preferences.split(","))
                .map(WAIT::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(match -> new WaitFor(Duration.ofSeconds(Math.min(LONGEST, Integer.parseInt(match.group(1))))))
                .orElse(new WaitFor(DEFAULT));
    }
}
