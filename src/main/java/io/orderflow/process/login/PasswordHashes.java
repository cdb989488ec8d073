package io.orderflow.process.login;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The hashes of passwords by bcrypt, which has its own salt. As many are computed at a time as there are processors.
 * Hashing is expensive on purpose, so a request that meets a long queue is refused instead of holding a thread.
 */
class PasswordHashes implements PasswordEncryptor {

    /** The number of bytes that bcrypt reads. It would ignore further ones. */
    static final int LONGEST = 72;

    static final int STRENGTH = 10;

    private static final String ALGORITHM = "bcrypt";
    private static final String PREFIX = "{" + ALGORITHM + "}"; // The engine stores it so.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int QUEUE_PER_PLACE = 16;
    private static final String NOBODYS_DIGEST = ".".repeat(31);

    private final String nobodysHash = BCrypt.gensalt(STRENGTH) + NOBODYS_DIGEST;
    private final BCryptPasswordEncoder bcrypt;
    private final Semaphore places;
    private final int longestQueue;

    PasswordHashes() {
        this(new BCryptPasswordEncoder(STRENGTH), Runtime.getRuntime().availableProcessors());
    }

    PasswordHashes(BCryptPasswordEncoder bcrypt, int places) {
        this.bcrypt = bcrypt;
        this.places = new Semaphore(places, true);
        this.longestQueue = QUEUE_PER_PLACE * places;
    }

    @Override
    public String encrypt(String password) {
        return inPlace(() -> bcrypt.encode(password));
    }

    @Override
    public boolean check(String password, String hash) {
        return inPlace(() -> bcrypt.matches(password, hash)) && fits(password);
    }

    @Override
    public String hashAlgorithmName() {
        return ALGORITHM;
    }

    /** Checks a password against the hash as the user store has it. */
    boolean checkStored(String password, String stored) {
        return check(password, stored.substring(PREFIX.length()));
    }

    /** Takes as long as the check of a wrong password. */
    void checkNobodys(String password) {
        check(password, nobodysHash);
    }

    boolean made(String stored) {
        return stored.startsWith(PREFIX);
    }

    boolean isOutdated(String stored) {
        return !made(stored) || bcrypt.upgradeEncoding(stored.substring(PREFIX.length()));
    }

    static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    private <T> T inPlace(Supplier<T> hashing) {
        if (places.getQueueLength() >= longestQueue || !acquire()) {
            throw TriedTooOften.waiting(LONGEST_WAIT);
        }
        try {
            return hashing.get();
        } finally {
            places.release();
        }
    }

    private boolean acquire() {
        try {
            return places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
