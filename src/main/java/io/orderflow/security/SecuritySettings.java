package io.orderflow.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How bearer tokens are read, where an issuer is configured.
 *
 * @param userClaim the claim that holds the user id, {@code sub} or, say, {@code preferred_username}
 * @param groupsClaim the claim that lists the groups
 * @param localUsers whether the issuer may vouch for users of our own store too, because it gives the same ids to the
 *     same people; their groups are the token's
 */
@ConfigurationProperties("orders.security.jwt")
record SecuritySettings(
        @DefaultValue("sub") String userClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue("false") boolean localUsers) {}
