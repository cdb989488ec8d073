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
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * The sessions of the webapps as a log-in to our API, for the pages that we add to the webapps. Each request, also one
 * that only reads, must send the session's CSRF token in the header that the webapps' own pages send. No page of
 * another site can read that token. Groups are read for each request, so a user who has left a group loses its rights
 * at once.
 */
@Component
class WebappSessions implements SecurityContextRepository {

    private static final String HEADER = "X-XSRF-TOKEN";
    /** The attributes in which the webapps store the token and the users who are logged in. */
    private static final String TOKEN = "CAMUNDA_CSRF_TOKEN";

    private static final String LOGGED_IN = "authenticatedUser";

    private final IdentityService identity;
    private final String engine;

    WebappSessions(IdentityService identity, ProcessEngine engine) {
        this.identity = identity;
        this.engine = engine.getName();
    }

    /** Called when somebody first wants to know who it is; null where nobody is logged in. */
    @Override
    @SuppressWarnings("deprecation") // what the interface asks when it defers the context
    public @Nullable SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return user(holder.getRequest()).map(SecurityContextImpl::new).orElse(null);
    }

    /** Saves nothing, because the webapps log users in. */
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
                .flatMap(this::withGroups);
    }

    private static boolean isSentBack(HttpSession session, @Nullable String header) {
        return header != null
                && session.getAttribute(TOKEN) instanceof String token
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for somebody in no group, as whoever was deleted is. */
    private Optional<Authentication> withGroups(String user) {
        List<SimpleGrantedAuthority> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(group -> new SimpleGrantedAuthority(EngineAuthenticationProvider.PREFIX + group.getId()))
                .toList();
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(UsernamePasswordAuthenticationToken.authenticated(user, null, groups));
    }
}
