package io.orderflow.process.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The check of passwords against the engine's user store. A success is remembered for half a minute, so that a client
 * that logs in with every request costs no SQL and no hash; a changed password or group is noticed as late. Of many
 * equal log-ins at once, one is checked, and the others do not wait for it while the last success is remembered. Only a
 * keyed digest is stored, never a password.
 */
@Component
class EngineLogin {

    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final Duration RENEWED = Duration.ofSeconds(20);
    private static final int SUCCESSES = 10_000;

    private final Cache<String, Set<String>> groupsByDigest;
    private final Set<String> renewing = ConcurrentHashMap.newKeySet();
    private final SecretKeySpec key = randomKey();
    private final IdentityService identity;
    private final LoginAttempts attempts;

    @Autowired
    EngineLogin(IdentityService identity, LoginAttempts attempts) {
        this(identity, attempts, Ticker.systemTicker());
    }

    EngineLogin(IdentityService identity, LoginAttempts attempts, Ticker time) {
        groupsByDigest = Caffeine.newBuilder()
                .ticker(time)
                .expireAfterWrite(KEPT)
                .initialCapacity(SUCCESSES)
                .maximumSize(SUCCESSES)
                .build();
        this.identity = identity;
        this.attempts = attempts;
    }

    /**
     * Logs a user in.
     *
     * @param user any text that was typed
     * @param password any text that was typed
     * @return the user's groups; empty if user and password do not match
     * @throws TriedTooOften while passwords of this user are refused unchecked
     */
    Optional<Set<String>> logIn(String user, String password) {
        attempts.refuseWhileWaiting(user);
        String digest = digest(user, password);
        Set<String> groups = isAgeing(digest) && renewing.add(digest)
                ? renewed(digest, user, password)
                : groupsByDigest.get(digest, unknown -> check(user, password));
        if (groups != null) {
            attempts.succeed(user);
        }
        return Optional.ofNullable(groups);
    }

    private boolean isAgeing(String digest) {
        return groupsByDigest
                .policy()
                .expireAfterWrite()
                .flatMap(kept -> kept.ageOf(digest))
                .filter(age -> age.compareTo(RENEWED) >= 0)
                .isPresent();
    }

    private @Nullable Set<String> renewed(String digest, String user, String password) {
        try {
            Set<String> groups = check(user, password);
            if (groups == null) {
                groupsByDigest.invalidate(digest);
            } else {
                groupsByDigest.put(digest, groups);
            }
            return groups;
        } finally {
            renewing.remove(digest);
        }
    }

    private @Nullable Set<String> check(String user, String password) {
        return identity.checkPassword(user, password) ? groupsOf(user) : null;
    }

    private Set<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the digest of both. The length keeps "ab" + "c" apart from "a" + "bc". */
    private String digest(String user, String password) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            String both = user.length() + ":" + user + password;
            return HexFormat.of().formatHex(mac.doFinal(both.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + key.getAlgorithm(), e);
        }
    }

    private static SecretKeySpec randomKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
