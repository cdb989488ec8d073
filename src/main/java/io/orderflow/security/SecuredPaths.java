package io.orderflow.security;

import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The paths of each security chain. They match for every servlet; a plain string would match Spring MVC's paths only.
 */
final class SecuredPaths {

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    static final RequestMatcher DOCUMENTATION =
            paths("/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**", "/swagger-ui.html");
    static final RequestMatcher API =
            new OrRequestMatcher(paths("/api/**", "/actuator/**", "/webhooks/**"), DOCUMENTATION);
    static final RequestMatcher ENGINE_REST = paths("/engine-rest/**");
    /**
     * The paths of the webapps. Their log-in page requests /camunda-welcome; a 401 there would make browsers open a
     * password dialog over the page.
     */
    static final RequestMatcher WEBAPPS = paths("/camunda/**", "/camunda-welcome", "/favicon.ico", "/");

    private SecuredPaths() {}

    static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(
                Arrays.stream(patterns).<RequestMatcher>map(PATHS::matcher).toList());
    }

    static RequestMatcher call(HttpMethod method, String pattern) {
        return PATHS.matcher(method, pattern);
    }
}
