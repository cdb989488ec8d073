package io.orderflow.process.engine;

import java.util.Set;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Lets our API log in the engine's users; a group becomes an authority with the prefix {@code ROLE_}. */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

    private final EngineLogin login;

    EngineAuthenticationProvider(EngineLogin login) {
        this.login = login;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        Set<String> groups = login.logIn(attempt.getName(), String.valueOf(attempt.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("wrong user or password"));
        return UsernamePasswordAuthenticationToken.authenticated(attempt.getName(), null,
                groups.stream().map(group -> new SimpleGrantedAuthority("ROLE_" + group)).toList());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
