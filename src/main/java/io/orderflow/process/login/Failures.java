package io.orderflow.process.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The number of failures by key. The first failures are free. After each further one the next attempt must wait, ten
 * seconds at first and twice as long each time. An hour after the last one they are forgotten.
 *
 * @param <K> the type of the key
 */
class Failures<K> {

    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int KEYS = 100_000;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final int LARGEST_EXPONENT = 30;

    private record Count(int failures, Instant until) {}

    private final Clock clock;
    private final int free;
    private final Duration longestWait;
    private final Cache<K, Count> counts;

    Failures(Clock clock, int free, Duration longestWait) {
        this.clock = clock;
        this.free = free;
        this.longestWait = longestWait;
        this.counts = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(KEYS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * Refuses an attempt that must wait.
     *
     * @throws TriedTooOften while the wait after the last failure lasts
     */
    void refuseWhileWaiting(K key) {
        refuseWhileWaiting(counts.getIfPresent(key));
    }

    void add(K key) {
        counts.asMap().compute(key, (same, count) -> oneMore(count));
    }

    /**
     * Counts an attempt as failed before its result is known, so that many at once get no further than one after the
     * other.
     *
     * @throws TriedTooOften while the wait after the last failure lasts; such an attempt does not count
     */
    void addUnlessWaiting(K key) {
        counts.asMap().compute(key, (same, count) -> {
            refuseWhileWaiting(count);
            return oneMore(count);
        });
    }

    /** Takes back an attempt that had no result. */
    void takeBack(K key) {
        counts.asMap()
                .computeIfPresent(
                        key,
                        (same, count) ->
                                count.failures() == 1 ? null : new Count(count.failures() - 1, clock.instant()));
    }

    void forget(K key) {
        counts.invalidate(key);
    }

    private Count oneMore(@Nullable Count count) {
        int failures = count == null ? 1 : count.failures() + 1;
        return new Count(failures, clock.instant().plus(waitAfter(failures)));
    }

    private Duration waitAfter(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(failures - free, LARGEST_EXPONENT));
        return doubled.compareTo(longestWait) < 0 ? doubled : longestWait;
    }

    private void refuseWhileWaiting(@Nullable Count count) {
        Instant now = clock.instant();
        if (count != null && now.isBefore(count.until())) {
            throw TriedTooOften.waiting(Duration.between(now, count.until()));
        }
    }
}
