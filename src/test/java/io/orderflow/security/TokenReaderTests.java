package io.orderflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

class TokenReaderTests {

    @Test
    void readsUserAndGroupsFromTheConfiguredClaims() {
        var settings = new SecuritySettings("preferred_username", "roles", false);
        Jwt token = token().claim("preferred_username", "carol@example.com")
                .claim("roles", List.of("customer", "ops"))
                .build();

        var caller = reader(settings).convert(token);

        assertThat(caller.getName()).isEqualTo("carol@example.com");
        assertThat(caller.getAuthorities()).extracting("authority").containsExactly("ROLE_customer", "ROLE_ops");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a\0b",
                "carol\n",
                "SYSTEM",
                "CARRIER",
                "GATEWAY",
                "alice",
                "\u200b",
                "c123456789c123456789c123456789c123456789c123456789c123456789c123456789c123456789c123456789c123456789c123456789c123456789c1234567"
                        + "89c123456789c123456789c123456789c123456789c123456789c123456789c123456789c123456789c123456789c123456789c123456789c123456789c12345"
            })
    void refusesWhoIsNobodyOrSomebodyElse(String subject) {
        assertThatThrownBy(() ->
                        reader(settings(false)).convert(token().subject(subject).build()))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void takesLocalUsersFromTheIssuerWhereToldToButNoneOfTheirGroups() {
        var caller = reader(settings(true)).convert(token().subject("alice").build());

        assertThat(caller.getName()).isEqualTo("alice");
        assertThat(caller.getAuthorities()).isEmpty();
        assertThatThrownBy(() ->
                        reader(settings(true)).convert(token().subject("SYSTEM").build()))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    private static TokenReader reader(SecuritySettings settings) {
        return new TokenReader(settings, "alice"::equals);
    }

    private static SecuritySettings settings(boolean localUsers) {
        return new SecuritySettings("sub", "groups", localUsers);
    }

    private static Jwt.Builder token() {
        return Jwt.withTokenValue("x").header("alg", "RS256").claim("jti", "1");
    }
}
