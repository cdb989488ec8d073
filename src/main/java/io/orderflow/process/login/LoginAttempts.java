package io.orderflow.process.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down, in the memory of this node. What waits is a user name at an address, so that nobody locks
 * anybody out from elsewhere; the right password waits too, or guessing would go on. An address with many failures
 * waits as a whole, but for the users who have logged in from there before.
 */
@Component
class LoginAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(LoginAttempts.class);
    private static final int LONGEST_USER_ID = 64;

    private record Pair(String user, String network) {}

    private final Failures<Pair> pairs;
    private final Failures<String> networks;
    private final Cache<Pair, Boolean> regulars = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofDays(1))
            .maximumSize(100_000)
            .build();

    LoginAttempts(Clock clock) {
        this.pairs = new Failures<>(clock, 5, Duration.ofMinutes(15));
        this.networks = new Failures<>(clock, 100, Duration.ofMinutes(1));
    }

    /**
     * To be asked before a remembered success is used too: what is remembered would tell right guesses from wrong ones.
     *
     * @throws TriedTooOften where no password of this user is looked at now
     */
    void refuseWhileWaiting(String user) {
        ClientAddress.current().ifPresent(address -> refuseWhileWaiting(pair(user, address)));
    }

    /**
     * Checks a password once and counts the outcome; what does not come from a client is not counted.
     *
     * @throws TriedTooOften where no password of this user is looked at now
     */
    boolean count(String user, BooleanSupplier passwordIsRight) {
        Optional<ClientAddress> address = ClientAddress.current();
        return address.isEmpty() ? passwordIsRight.getAsBoolean() : count(user, address.get(), passwordIsRight);
    }

    /** A right password, be it a remembered one: what was wrong before is forgotten. */
    void succeed(String user) {
        ClientAddress.current().ifPresent(address -> succeed(pair(user, address)));
    }

    private void succeed(Pair pair) {
        pairs.forget(pair);
        regulars.put(pair, true);
    }

    private boolean count(String user, ClientAddress address, BooleanSupplier passwordIsRight) {
        Pair pair = pair(user, address);
        refuseWhileWaiting(pair);
        pairs.addUnlessWaiting(pair);
        boolean right;
        try {
            right = passwordIsRight.getAsBoolean();
        } catch (RuntimeException e) {
            pairs.takeBack(pair);
            throw e;
        }
        if (right) {
            succeed(pair);
        } else {
            networks.add(pair.network());
            LOG.warn("log-in failed from {} as \"{}\"", address.text(), pair.user());
        }
        return right;
    }

    private void refuseWhileWaiting(Pair pair) {
        if (regulars.getIfPresent(pair) == null) {
            networks.refuseWhileWaiting(pair.network());
        }
        pairs.refuseWhileWaiting(pair);
    }

    /** The name as it may stand in a log: on one line, and no longer than the user store takes one. */
    private static Pair pair(String user, ClientAddress address) {
        String printable = String.valueOf(user).replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
        return new Pair(printable.substring(0, Math.min(printable.length(), LONGEST_USER_ID)), address.network());
    }
}
