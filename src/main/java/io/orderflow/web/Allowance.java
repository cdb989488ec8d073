package io.orderflow.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;

/**
 * A rate limit for each customer: a number of times at once, and the same number again over each period. It is counted
 * in the memory of this node, and limits customers only.
 */
public class Allowance {

    /**
     * The number of customers that are remembered, far more than are active at a time. One that is forgotten starts
     * anew.
     */
    private static final int CUSTOMERS = 100_000;

    private final String name;
    private final Bandwidth bandwidth;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /** @param name the name of the limit in the problem, in upper case */
    public Allowance(String name, int most, Duration period, Clock clock) {
        this.name = name;
        this.bandwidth =
                Bandwidth.builder().capacity(most).refillGreedy(most, period).build();
        this.time = new ClockTime(clock);
        // A bucket that was not used for a period is full again, so it may be forgotten.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CUSTOMERS)
                .expireAfterAccess(period)
                .ticker(time::currentTimeNanos)
                .build();
    }

    /**
     * Takes one use from the caller's allowance; a repeated call takes another one. Only customers are limited.
     *
     * @throws ApiProblem 429 {@code TOO_MANY_REQUESTS} if nothing is left to take
     */
    public void take(Caller caller) {
        if (!isLimited(caller)) {
            return;
        }
        ConsumptionProbe probe = bucket(caller).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new ApiProblem(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS")
                    .with("exceeded", name)
                    .retryAfter(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** Undoes a {@link #take} that turns out not to count. It is to be called once for each take. */
    public void giveBack(Caller caller) {
        if (isLimited(caller)) {
            bucket(caller).addTokens(1);
        }
    }

    private static boolean isLimited(Caller caller) {
        return caller.isCustomer() && !caller.isOps();
    }

    private Bucket bucket(Caller caller) {
        return buckets.get(
                caller.userId(),
                user -> Bucket.builder()
                        .addLimit(bandwidth)
                        .withCustomTimePrecision(time)
                        .build());
    }

    private record ClockTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
