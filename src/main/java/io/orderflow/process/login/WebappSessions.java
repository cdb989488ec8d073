package io.orderflow.process.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The webapps' sessions as a way into our API, for the pages that we add to them. A request must bring the session's
 * CSRF token in the header that the webapps' own pages send, reads too: no page of another site can read it. Groups are
 * looked up with each request, so that whoever has left one is out at once.
 */
@Component
class WebappSessions implements SecurityContextRepository {

    private static final String HEADER = "X-XSRF-TOKEN";
    /** Where the webapps keep the token, and who has logged in. */
    private static final String TOKEN = "CAMUNDA_CSRF_TOKEN";

    private static final String LOGGED_IN = "authenticatedUser";

    private final IdentityService identity;
    private final String engine;

    WebappSessions(IdentityService identity, ProcessEngine engine) {
        this.identity = identity;
        this.engine = engine.getName();
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @SuppressWarnings("deprecation") // an abstract method of the interface; nobody calls it any more
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return new Deferred(holder.getRequest()).get();
    }

    /** Logging in is the webapps' business. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return user(request).isPresent();
    }

    private Optional<Authentication> user(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .filter(session -> isSentBack(session, request.getHeader(HEADER)))
                .map(session -> session.getAttribute(LOGGED_IN))
                .map(Authentications.class::cast)
                .flatMap(users -> users.getAuthentications().stream()
                        .filter(user -> user.getProcessEngineName().equals(engine))
                        .map(UserAuthentication::getIdentityId)
                        .findFirst())
                .map(this::withGroups);
    }

    private static boolean isSentBack(HttpSession session, @Nullable String header) {
        return header != null
                && session.getAttribute(TOKEN) instanceof String token
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
    }

    private Authentication withGroups(String user) {
        List<SimpleGrantedAuthority> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(group -> new SimpleGrantedAuthority(EngineAuthenticationProvider.PREFIX + group.getId()))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(user, null, groups);
    }

    /** Looked up when somebody first wants to know who it is. */
    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private final SingletonSupplier<SecurityContext> context = SingletonSupplier.of(this::load);
        private boolean generated;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            return context.obtain();
        }

        @Override
        public boolean isGenerated() {
            get();
            return generated;
        }

        private SecurityContext load() {
            SecurityContext loaded = SecurityContextHolder.createEmptyContext();
            Optional<Authentication> user = user(request);
            generated = user.isEmpty();
            user.ifPresent(loaded::setAuthentication);
            return loaded;
        }
    }
}
