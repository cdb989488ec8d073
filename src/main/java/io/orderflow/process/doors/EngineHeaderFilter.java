package io.orderflow.process.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A filter that marks answers of the engine's APIs as data: a browser does not store them, guess their type or frame
 * them. A deployed page or picture that somebody opens cannot act in the name of the user. The webapps' own headers,
 * which are for pages, do not replace these.
 */
@Component
@FilterRegistration(
        urlPatterns = {"/engine-rest/*", "/camunda/api/*"},
        order = SecurityProperties.DEFAULT_FILTER_ORDER - 1)
class EngineHeaderFilter extends OncePerRequestFilter {

    private static final Map<String, String> HEADERS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        HEADERS.put("X-Content-Type-Options", "nosniff");
        HEADERS.put("X-Frame-Options", "DENY");
        HEADERS.put("Cache-Control", "no-store");
        HEADERS.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        HEADERS.put("Referrer-Policy", "no-referrer");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HEADERS.forEach(response::setHeader);
        chain.doFilter(request, new Settled(response));
    }

    private static class Settled extends HttpServletResponseWrapper {

        Settled(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            if (!HEADERS.containsKey(name)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!HEADERS.containsKey(name)) {
                super.addHeader(name, value);
            }
        }
    }
}
