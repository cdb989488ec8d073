package io.orderflow.process.doors;

import io.orderflow.web.BufferedRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A filter that limits what the engine's APIs take: as much as our own API, and more where files are sent. */
@Component
@FilterRegistration(
        urlPatterns = {"/engine-rest/*", "/camunda/api/*"},
        order = SecurityProperties.DEFAULT_FILTER_ORDER + 110)
class EngineBodyFilter extends OncePerRequestFilter {

    static final int LIMIT = 64 * 1024;
    static final int LIMIT_OF_FILES = 5 * 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int limit = bringsFiles(request) ? LIMIT_OF_FILES : LIMIT;
        if (request.getContentLengthLong() > limit) {
            response.setHeader("Connection", "close"); // The rest of the body is not read.
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(new BufferedRequest(request, limit), response);
        }
    }

    private static boolean bringsFiles(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }
}
