package io.orderflow.web.limits;

import io.orderflow.web.Allowance;
import io.orderflow.web.ApiProblem;
import io.orderflow.web.Caller;
import io.orderflow.web.Problems;
import io.orderflow.web.idempotency.Repeats;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A filter that limits the writes and the new idempotency keys of each customer. A repeat under a known key is neither
 * refused nor counted.
 */
class WriteLimitFilter extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Allowance writes;
    private final Allowance keys;
    private final Repeats repeats;
    private final Problems problems;

    WriteLimitFilter(Allowance writes, Allowance keys, Repeats repeats, Problems problems) {
        this.writes = writes;
        this.keys = keys;
        this.repeats = repeats;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READS.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = Caller.of(SecurityContextHolder.getContext().getAuthentication());
        if (repeats.hasKey(request)) {
            filterWithKey(caller, request, response, chain);
            return;
        }
        try {
            writes.take(caller);
        } catch (ApiProblem exceeded) {
            problems.write(exceeded, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Counts the request first, and gives it back if it was a repeat, which is known only afterwards. */
    private void filterWithKey(
            Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            takeBoth(caller);
        } catch (ApiProblem exceeded) {
            if (repeats.isKnown(request, caller)) {
                chain.doFilter(request, response);
            } else {
                problems.write(exceeded, request, response);
            }
            return;
        }
        chain.doFilter(request, response);
        if (!repeats.hasRun(request)) {
            writes.giveBack(caller);
            keys.giveBack(caller);
        }
    }

    private void takeBoth(Caller caller) {
        writes.take(caller);
        try {
            keys.take(caller);
        } catch (ApiProblem exceeded) {
            writes.giveBack(caller);
            throw exceeded;
        }
    }
}
