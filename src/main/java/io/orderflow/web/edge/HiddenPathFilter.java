package io.orderflow.web.edge;

import io.orderflow.web.ApiProblem;
import io.orderflow.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A filter that refuses encoded letters and parameters in the part of a path that selects a servlet, because Spring
 * fails on them before its firewall checks the path.
 */
class HiddenPathFilter extends OncePerRequestFilter {

    private final Problems problems;

    HiddenPathFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean hasPrefix = request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH;
        if (hasPrefix && !isPlain(request.getRequestURI(), request.getContextPath() + request.getServletPath())) {
            problems.write(new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_REQUEST"), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPlain(String uri, String prefix) {
        return uri.equals(prefix) || uri.startsWith(prefix + "/");
    }
}
