package io.orderflow.process.login;

import java.util.Set;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * The log-in of the engine's users at our API and at the engine's. A group becomes an authority with the prefix
 * {@code ROLE_}.
 */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

    static final String PREFIX = "ROLE_";

    private final EngineLogin login;

    EngineAuthenticationProvider(EngineLogin login) {
        this.login = login;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        Set<String> groups = groups(attempt.getName(), String.valueOf(attempt.getCredentials()));
        return UsernamePasswordAuthenticationToken.authenticated(
                attempt.getName(),
                null,
                groups.stream()
                        .map(group -> new SimpleGrantedAuthority(PREFIX + group))
                        .toList());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Set<String> groups(String user, String password) {
        try {
            return login.logIn(user, password).orElseThrow(() -> new BadCredentialsException("wrong user or password"));
        } catch (TriedTooOften e) {
            throw new LockedException("tried too often", e);
        }
    }
}
