package io.orderflow.process.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A filter that shuts the webapps' set-up page, where anybody could become administrator while the administrators'
 * group is empty. The webapps would send everybody there; with this filter they show their log-in as usual.
 */
@Component
@FilterRegistration(urlPatterns = "/camunda/*", order = SecurityProperties.DEFAULT_FILTER_ORDER + 90)
class SetupPageFilter extends OncePerRequestFilter {

    private static final Pattern SET_UP = Pattern.compile("(?i)/camunda/(app/[^/]+/[^/]+|api/admin)/setup(/.*)?");
    private static final Pattern START_PAGE = Pattern.compile("/camunda/app/[\\w-]+/[\\w-]+/");

    private final IdentityService identity;

    SetupPageFilter(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = path(request);
        if (SET_UP.matcher(path).matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (START_PAGE.matcher(path).matches() && !hasAdministrator()) {
            chain.doFilter(new StartPage(request), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Returns the path by which the container found the servlet: decoded and without parameters. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private boolean hasAdministrator() {
        return identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0;
    }

    /**
     * A request for the start page. Without an administrator, the engine's filter serves the start page only under the
     * address of the set-up page.
     */
    private static class StartPage extends HttpServletRequestWrapper {

        StartPage(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            return super.getRequestURI() + "setup/";
        }
    }
}
