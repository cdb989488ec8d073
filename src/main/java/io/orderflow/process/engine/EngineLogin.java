package io.orderflow.process.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/**
 * Checks passwords against the engine's user store. A success counts for half a minute, so that a client that logs in
 * with every request costs no SQL; a changed password or group takes as long to be noticed. What is kept is a keyed
 * digest, never a password.
 */
@Component
class EngineLogin {

    private static final Duration KEPT = Duration.ofSeconds(30);

    private final Cache<String, Set<String>> groupsByDigest =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(10_000).build();
    private final SecretKeySpec key = randomKey();
    private final IdentityService identity;

    EngineLogin(IdentityService identity) {
        this.identity = identity;
    }

    /**
     * @param user as typed; anything
     * @param password as typed; anything
     * @return the user's groups, or empty when the two do not belong together
     */
    Optional<Set<String>> logIn(String user, String password) {
        if (isUnfit(user) || isUnfit(password)) {
            return Optional.empty(); // no database would take such a user id for a parameter
        }
        String digest = digest(user, password);
        Set<String> groups = groupsByDigest.getIfPresent(digest);
        if (groups == null && identity.checkPassword(user, password)) {
            groups = groupsOf(user);
            groupsByDigest.put(digest, groups);
        }
        return Optional.ofNullable(groups);
    }

    private Set<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The length keeps "ab" + "c" apart from "a" + "bc". */
    private String digest(String user, String password) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((user.length() + ":" + user + password).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + key.getAlgorithm(), e);
        }
    }

    private static boolean isUnfit(String text) {
        return text == null || text.isEmpty() || text.chars().anyMatch(Character::isISOControl);
    }

    private static SecretKeySpec randomKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
