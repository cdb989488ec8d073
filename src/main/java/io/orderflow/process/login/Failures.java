package io.orderflow.process.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts failures by key. The first ones are free; each further one makes the next try wait, ten seconds at first and
 * twice as long each time. An hour after the last one they are forgotten.
 *
 * @param <K> what is counted by
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

    /** @throws TriedTooOften while the wait after the last failure lasts */
    void refuseWhileWaiting(K key) {
        refuseWhileWaiting(counts.getIfPresent(key));
    }

    void add(K key) {
        counts.asMap().compute(key, (same, count) -> oneMore(count));
    }

    /**
     * Counts a try as failed before anybody knows, so that of many at once no more get through than one after the
     * other.
     *
     * @throws TriedTooOften while the wait after the last failure lasts; such a try does not count
     */
    void addUnlessWaiting(K key) {
        counts.asMap().compute(key, (same, count) -> {
            refuseWhileWaiting(count);
            return oneMore(count);
        });
    }

    /** A try that came to no result. */
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
