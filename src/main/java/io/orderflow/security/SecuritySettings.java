package io.orderflow.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How bearer tokens are read, where an issuer is configured.
 *
 * @param userClaim the claim that holds the user id, {@code sub} or, say, {@code preferred_username}
 * @param groupsClaim the claim that lists the groups
 */
@ConfigurationProperties("orders.security.jwt")
record SecuritySettings(@DefaultValue("sub") String userClaim, @DefaultValue("groups") String groupsClaim) {}
