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
 * The attempts to log in, counted in the memory of this node to slow down guessing. A user name at an address must
 * wait, so that nobody can lock a user out from another address. The right password must wait too, because otherwise
 * guessing could go on. An address with many failures must wait as a whole, except for users who have logged in from it
 * before.
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
     * Refuses an attempt that must wait. It also applies to a remembered success, which would otherwise tell right
     * guesses from wrong ones.
     *
     * @throws TriedTooOften while passwords of this user are refused unchecked
     */
    void refuseWhileWaiting(String user) {
        ClientAddress.current().ifPresent(address -> refuseWhileWaiting(pair(user, address)));
    }

    /**
     * Checks a password once and counts the result. A check without a client's request is not counted. The log names
     * the user of a failure only if there is one, because people type passwords into the field above.
     *
     * @throws TriedTooOften while passwords of this user are refused unchecked
     */
    boolean count(String user, BooleanSupplier passwordIsRight, BooleanSupplier isKnown) {
        Optional<ClientAddress> address = ClientAddress.current();
        return address.isEmpty()
                ? passwordIsRight.getAsBoolean()
                : count(user, address.get(), passwordIsRight, isKnown);
    }

    /** Forgets earlier failures after a right password, also a remembered one. */
    void succeed(String user) {
        ClientAddress.current().ifPresent(address -> succeed(pair(user, address)));
    }

    private void succeed(Pair pair) {
        pairs.forget(pair);
        regulars.put(pair, true);
    }

    private boolean count(
            String user, ClientAddress address, BooleanSupplier passwordIsRight, BooleanSupplier isKnown) {
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
            String name = isKnown.getAsBoolean() ? "\"" + pair.user() + "\"" : "nobody who is known";
            LOG.warn("log-in failed from {} as {}", address.text(), name);
        }
        return right;
    }

    private void refuseWhileWaiting(Pair pair) {
        if (regulars.getIfPresent(pair) == null) {
            networks.refuseWhileWaiting(pair.network());
        }
        pairs.refuseWhileWaiting(pair);
    }

    /** Returns the pair, with the name in one printable line that is no longer than the user store allows. */
    private static Pair pair(String user, ClientAddress address) {
        String printable = String.valueOf(user).replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
        return new Pair(printable.substring(0, Math.min(printable.length(), LONGEST_USER_ID)), address.network());
    }
}
