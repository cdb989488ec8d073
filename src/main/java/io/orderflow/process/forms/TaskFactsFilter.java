package io.orderflow.process.forms;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A filter that adds the facts of a task to the variables of its form, in the answer alone: the engine never stores
 * them. A user who may not read the task gets only the engine's refusal.
 */
@Component
@FilterRegistration(
        urlPatterns = {"/engine-rest/*", "/camunda/api/engine/*"},
        order = SecurityProperties.DEFAULT_FILTER_ORDER + 50)
class TaskFactsFilter extends OncePerRequestFilter {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PATH = Pattern.compile(
            "/(?:engine-rest(?:/engine/[^/]+)?|camunda/api/engine/engine/[^/]+)/task/([^/]+)/form-variables");

    private final TaskFacts facts;

    TaskFactsFilter(TaskFacts facts) {
        this.facts = facts;
    }

    /** Returns true for other requests, and for those that ask for some variables by name. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"GET".equals(request.getMethod())
                || !PATH.matcher(request.getRequestURI()).matches()
                || request.getParameter("variableNames") != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        Matcher path = PATH.matcher(request.getRequestURI());
        if (answer.getStatus() == HttpServletResponse.SC_OK && path.matches()) {
            ObjectNode variables = (ObjectNode) JSON.readTree(answer.getContentAsByteArray());
            facts.addTo(variables, path.group(1));
            answer.resetBuffer();
            answer.getOutputStream().write(JSON.writeValueAsBytes(variables));
        }
        answer.copyBodyToResponse();
    }
}
