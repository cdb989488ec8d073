package io.orderflow.security;

import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** Reads user and groups from a valid token; a token without a user id is worth nothing. */
@Component
class TokenReader implements Converter<Jwt, AbstractAuthenticationToken> {

    private final SecuritySettings settings;

    TokenReader(SecuritySettings settings) {
        this.settings = settings;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String user = token.getClaimAsString(settings.userClaim());
        if (user == null || user.isBlank()) {
            throw new InvalidBearerTokenException("the token names no user");
        }
        List<String> groups = token.getClaimAsStringList(settings.groupsClaim());
        return new JwtAuthenticationToken(token, groups == null ? List.of()
                : groups.stream().map(group -> new SimpleGrantedAuthority("ROLE_" + group)).toList(), user);
    }
}
