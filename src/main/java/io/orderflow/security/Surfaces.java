package io.orderflow.security;

import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Matches whole paths, whichever servlet serves them: a plain string would only match what Spring MVC serves. */
final class Surfaces {

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    static final RequestMatcher DOCUMENTATION =
            paths("/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**", "/swagger-ui.html");
    static final RequestMatcher API =
            new OrRequestMatcher(paths("/api/**", "/actuator/**", "/webhooks/**"), DOCUMENTATION);
    static final RequestMatcher ENGINE_REST = paths("/engine-rest/**");
    /**
     * The webapps' log-in page looks for /camunda-welcome: asked for a password there, browsers would open a dialog
     * over it.
     */
    static final RequestMatcher WEBAPPS = paths("/camunda/**", "/camunda-welcome", "/favicon.ico", "/");

    private Surfaces() {}

    static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(
                Arrays.stream(patterns).<RequestMatcher>map(PATHS::matcher).toList());
    }

    static RequestMatcher call(HttpMethod method, String pattern) {
        return PATHS.matcher(method, pattern);
    }
}
