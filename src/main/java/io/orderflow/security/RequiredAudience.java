package io.orderflow.security;

import io.orderflow.shared.UnfitSetting;
import org.springframework.boot.autoconfigure.security.oauth2.resource.OAuth2ResourceServerProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The check, at the start, that an audience is configured if an issuer of tokens is. Without one, a token that was made
 * for another application would be accepted here.
 */
@Component
class RequiredAudience {

    /** @throws UnfitSetting if tokens are accepted, by any setting, and no audience is configured */
    RequiredAudience(OAuth2ResourceServerProperties properties) {
        OAuth2ResourceServerProperties.Jwt jwt = properties.getJwt();
        boolean believes = StringUtils.hasText(jwt.getIssuerUri())
                || StringUtils.hasText(jwt.getJwkSetUri())
                || jwt.getPublicKeyLocation() != null;
        if (believes
                && (jwt.getAudiences().isEmpty() || !jwt.getAudiences().stream().allMatch(StringUtils::hasText))) {
            throw new UnfitSetting(
                    "spring.security.oauth2.resourceserver.jwt.audiences",
                    "must name the audience that tokens for this application carry, as an issuer of tokens is configured");
        }
    }
}
