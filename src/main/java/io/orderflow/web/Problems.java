package io.orderflow.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The writer that words problems and writes them into responses, also for filters, which no controller advice reaches.
 */
@Component
public class Problems {

    private static final String CODE = Problems.class.getName() + ".code";

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    Problems(MessageSource messages, LocaleResolver localeResolver, ObjectMapper json) {
        this.messages = messages;
        this.locales = localeResolver;
        this.json = json;
    }

    /** Returns the body of the problem in the language that the request asks for. */
    public ProblemDetail detail(ApiProblem problem, HttpServletRequest request) {
        request.setAttribute(CODE, problem.code());
        ProblemDetail body = detail(problem, locales.resolveLocale(request));
        body.setInstance(instance(request));
        return body;
    }

    /**
     * Writes the problem into the response; does nothing if the response is committed already. A repeated call has no
     * effect.
     *
     * @throws IOException if the client cannot be reached any more
     */
    public void write(ApiProblem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = json.writeValueAsBytes(detail(problem, request));
        problem.retryAfter().ifPresent(wait -> response.setHeader(HttpHeaders.RETRY_AFTER, wait));
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Returns the code of the problem with which the request was answered, or null if there was none. */
    public static @Nullable String codeOf(HttpServletRequest request) {
        return (String) request.getAttribute(CODE);
    }

    /** The body of this problem in this language, without the path of a request. */
    public ProblemDetail detail(ApiProblem problem, Locale locale) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(problem.status(), text(problem, locale));
        String code = problem.code();
        body.setType(URI.create(
                "urn:orderflow:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-')));
        body.setTitle(messages.getMessage(
                "problem." + code + ".title", null, problem.status().getReasonPhrase(), locale));
        body.setProperty("code", code);
        problem.properties().forEach(body::setProperty);
        return body;
    }

    private String text(ApiProblem problem, Locale locale) {
        String key = "problem." + problem.code() + ".";
        String general = messages.getMessage(key + "detail", null, "", locale);
        return messages.getMessage(key + problem.detail(), problem.arguments(), general, locale);
    }

    private static @Nullable URI instance(HttpServletRequest request) {
        try {
            return URI.create(request.getRequestURI());
        } catch (IllegalArgumentException e) {
            return null; // A server accepts some paths that are no URI; the member is optional.
        }
    }
}
