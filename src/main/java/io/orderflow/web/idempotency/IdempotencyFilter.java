package io.orderflow.web.idempotency;

import io.orderflow.web.ApiProblem;
import io.orderflow.web.IdempotencyKey;
import io.orderflow.web.Problems;
import io.orderflow.web.Violation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A filter that executes a write with an {@code Idempotency-Key} at most once. It comes after authentication, because
 * each caller has keys of their own.
 */
@Component
@FilterRegistration(urlPatterns = "/api/*", order = SecurityProperties.DEFAULT_FILTER_ORDER + 100)
class IdempotencyFilter extends OncePerRequestFilter {

    private static final String EXECUTION = Execution.class.getName();

    static final String HEADER = "Idempotency-Key";
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH");
    private static final Pattern SHAPE = Pattern.compile("[ -~]{1,255}");

    private final IdempotencyGate gate;
    private final Problems problems;
    private final MessageSource messages;
    private final LocaleResolver locales;

    IdempotencyFilter(IdempotencyGate gate, Problems problems, MessageSource messages, LocaleResolver locales) {
        this.gate = gate;
        this.problems = problems;
        this.messages = messages;
        this.locales = locales;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !hasKey(request);
    }

    static boolean hasKey(HttpServletRequest request) {
        return WRITES.contains(request.getMethod()) && request.getHeader(HEADER) != null;
    }

    /** The answer of a request that has waited is written in a dispatch of its own. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAsyncDispatch(request)) {
            Execution waited = (Execution) request.getAttribute(EXECUTION);
            if (waited == null) {
                chain.doFilter(request, response);
            } else {
                run(waited, request, chain);
            }
            return;
        }
        List<String> keys = Collections.list(request.getHeaders(HEADER));
        if (keys.size() != 1 || !SHAPE.matcher(keys.get(0)).matches()) {
            problems.write(
                    Violation.problem(
                            HEADER,
                            messages.getMessage("violation.idempotency-key", null, locales.resolveLocale(request))),
                    request,
                    response);
            return;
        }
        String caller = SecurityContextHolder.getContext().getAuthentication().getName();
        IdempotencyKey key = Digests.key(request, keys.get(0), caller);
        Outcome outcome =
                gate.enter(key, Digests.sha256(request.getInputStream().readAllBytes()));
        if (outcome instanceof Outcome.Claimed claimed) {
            run(
                    new Execution(gate, key, claimed.holder(), new ContentCachingResponseWrapper(response)),
                    request,
                    chain);
        } else if (outcome instanceof Outcome.Replay replay) {
            Execution.replay(replay.answer(), response);
        } else {
            problems.write(
                    outcome instanceof Outcome.Reused
                            ? new ApiProblem(HttpStatus.UNPROCESSABLE_ENTITY, "IDEMPOTENCY_KEY_REUSED")
                            : new ApiProblem(HttpStatus.CONFLICT, "REQUEST_IN_PROGRESS"),
                    request,
                    response);
        }
    }

    private void run(Execution execution, HttpServletRequest request, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(IdempotencyKey.class.getName(), execution.key());
        request.setAttribute(EXECUTION, execution);
        boolean completed = false;
        try {
            chain.doFilter(request, execution.response());
            completed = true;
        } finally {
            if (!completed) {
                execution.abandon();
            }
        }
        if (!isAsyncStarted(request)) {
            execution.complete(Problems.codeOf(request));
        }
    }
}
