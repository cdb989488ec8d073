package io.orderflow.process.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A filter that lets only staff use the webapps. It marks their requests, so that {@link GuardedIdentity} lets only
 * staff log in. A session ends with the first request after its user has left the groups of the staff.
 */
@Component
@FilterRegistration(urlPatterns = "/camunda/*", order = SecurityProperties.DEFAULT_FILTER_ORDER + 100)
public class StaffFilter extends OncePerRequestFilter {

    private static final String PASSING = StaffFilter.class.getName();
    private static final String LOGGED_IN = "authenticatedUser"; // The webapps store it here.

    private final IdentityService identity;

    StaffFilter(IdentityService identity) {
        this.identity = identity;
    }

    /** Returns whether this thread handles a request to the webapps. */
    static boolean isBeingPassed() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(PASSING, RequestAttributes.SCOPE_REQUEST) != null;
    }

    /** Returns whether somebody has logged in to the webapps with the session of this request. */
    public static boolean isPassed(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(LOGGED_IN) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(PASSING, true);
        HttpSession session = request.getSession(false);
        if (session != null) {
            endUnlessStaffs(session);
        }
        chain.doFilter(request, response);
    }

    private void endUnlessStaffs(HttpSession session) {
        try {
            if (session.getAttribute(LOGGED_IN) instanceof Authentications people && !areStaff(people)) {
                session.invalidate();
            }
        } catch (IllegalStateException e) {
            // Another request has ended the session at the same time.
        }
    }

    private boolean areStaff(Authentications people) {
        return people.getAuthentications().stream()
                .allMatch(person -> Staff.includes(person.getIdentityId(), identity));
    }
}
