package io.orderflow.process.sessions;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request without a session, which gets a session for its own duration. At log-in the webapps end that session and
 * ask for another one, so that session ids change; the other one is a real session.
 */
class VisitorRequest extends HttpServletRequestWrapper {

    /**
     * The names under which the webapps' CSRF protection keeps its token: in the session, and for its pages in a
     * cookie.
     */
    private static final String TOKEN = "CAMUNDA_CSRF_TOKEN";

    private static final String COOKIE = "XSRF-TOKEN";

    private final Clock clock;
    private @Nullable VisitorSession lent;

    VisitorRequest(HttpServletRequest request, Clock clock) {
        super(request);
        this.clock = clock;
    }

    @Override
    public HttpSession getSession() {
        return requireNonNull(getSession(true));
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
        if (lent == null && create) {
            lent = lend();
        }
        boolean isOver = lent != null && lent.isOver();
        return isOver ? super.getSession(create) : lent;
    }

    /**
     * Creates a session with the CSRF token of the cookie, which no other site can read or set. The server remembers no
     * token.
     */
    private VisitorSession lend() {
        VisitorSession session = new VisitorSession(getServletContext(), clock.millis());
        Cookie[] cookies = getCookies() == null ? new Cookie[0] : getCookies();
        Stream.of(cookies)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .findFirst()
                .ifPresent(cookie -> session.setAttribute(TOKEN, cookie.getValue()));
        return session;
    }
}
