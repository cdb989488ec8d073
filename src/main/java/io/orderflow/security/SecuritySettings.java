package io.orderflow.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings for reading bearer tokens, if an issuer is configured.
 *
 * @param userClaim the claim with the user id, such as {@code sub} or {@code preferred_username}
 * @param groupsClaim the claim with the list of groups
 * @param localUsers whether tokens may name users of our own store too, because the issuer gives the same ids to the
 *     same people; their groups are those of the token
 */
@ConfigurationProperties("orders.security.jwt")
record SecuritySettings(
        @DefaultValue("sub") String userClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue("false") boolean localUsers) {}
