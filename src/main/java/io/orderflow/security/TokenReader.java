package io.orderflow.security;

import io.orderflow.shared.Actor;
import io.orderflow.shared.LocalUsers;
import io.orderflow.shared.VisibleText;
import java.util.List;
import java.util.Set;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * The reader of the user and the groups from a valid token. It rejects a token that names no user, or a user for whom
 * its issuer cannot speak.
 */
@Component
class TokenReader implements Converter<Jwt, AbstractAuthenticationToken> {

    /** The actors in audit trails that are not persons. */
    private static final Set<String> NO_PERSONS =
            Set.of(Actor.SYSTEM.name(), Actor.CARRIER.name(), Actor.GATEWAY.name());

    /** The longest subject that OpenID Connect allows; other claims have the same limit. */
    private static final int LONGEST_USER_ID = 255;

    private final SecuritySettings settings;
    private final LocalUsers localUsers;

    TokenReader(SecuritySettings settings, LocalUsers localUsers) {
        this.settings = settings;
        this.localUsers = localUsers;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String user = token.getClaimAsString(settings.userClaim());
        if (!VisibleText.isIn(user)
                || user.length() > LONGEST_USER_ID
                || user.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidBearerTokenException("the token names no user");
        }
        if (NO_PERSONS.contains(user) || !settings.localUsers() && localUsers.know(user)) {
            throw new InvalidBearerTokenException("the token names somebody for whom its issuer cannot speak");
        }
        List<String> groups = token.getClaimAsStringList(settings.groupsClaim());
        return new JwtAuthenticationToken(
                token,
                groups == null
                        ? List.of()
                        : groups.stream()
                                .map(group -> new SimpleGrantedAuthority("ROLE_" + group))
                                .toList(),
                user);
    }
}
