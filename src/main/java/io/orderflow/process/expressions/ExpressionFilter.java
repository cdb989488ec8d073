package io.orderflow.process.expressions;

import io.orderflow.process.login.StaffFilter;
import io.orderflow.web.ApiProblem;
import io.orderflow.web.BufferedRequest;
import io.orderflow.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A filter that refuses an expression before it gets to the engine, and the run of a stored filter that has a foreign
 * one. It stands before both doors of the engine, behind the log-in of its REST API, so that no stranger's body is read
 * there, and before the filter that counts what is uploaded.
 */
@Component
@FilterRegistration(
        urlPatterns = {"/engine-rest/*", "/camunda/*"},
        order = SecurityProperties.DEFAULT_FILTER_ORDER + 105)
class ExpressionFilter extends OncePerRequestFilter {

    private static final int LIMIT = 64 * 1024;
    private static final ApiProblem EXPRESSION =
            refusal("EXPRESSION_REFUSED", "No expression may be sent to the engine.");
    private static final ApiProblem UNREADABLE =
            refusal("BAD_REQUEST", "The body is not the JSON that is expected here.");

    private final Problems problems;

    ExpressionFilter(Problems problems) {
        this.problems = problems;
    }

    /**
     * Returns true without a log-in to the webapps. They then pass nothing on to the engine, and no stranger's body is
     * read.
     */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith("/camunda") && !StaffFilter.isPassed(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest readable = isForm(request) ? request : new BufferedRequest(request, LIMIT);
        Optional<ApiProblem> problem = problem(readable);
        if (problem.isPresent()) {
            problems.write(problem.get(), request, response);
        } else {
            pass(readable, response, chain);
        }
    }

    private static Optional<ApiProblem> problem(HttpServletRequest request) {
        try {
            boolean named = SentNames.nameExpressionInQuery(request.getQueryString())
                    || !isForm(request)
                            && SentNames.nameExpressionInBody(
                                    request.getInputStream().readAllBytes());
            return named ? Optional.of(EXPRESSION) : Optional.empty();
        } catch (ApiProblem e) {
            return Optional.of(e); // The body is too large, too slow or broken.
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(UNREADABLE); // The engine might still be able to read the body.
        }
    }

    /** Returns a problem with the member that the engine's clients show. */
    private static ApiProblem refusal(String code, String message) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, code).with("message", message);
    }

    /** Returns whether the request is an upload or a form. The engine takes queries only as JSON. */
    private static boolean isForm(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        return type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded");
    }

    /**
     * Passes the request on. Only filters are stored, so their answers are held back until it is known whether the
     * engine refused an expression.
     */
    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().contains("/filter")) {
            chain.doFilter(request, response);
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (RefusedExpressions.happenedFor(request)) {
            problems.write(EXPRESSION, request, response);
        } else {
            answer.copyBodyToResponse();
        }
    }
}
