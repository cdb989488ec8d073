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
 * How often each customer may do something: so many times at once, and as many again over each period. Counted in the
 * memory of this node; nobody but customers is limited.
 */
public class Allowance {

    /** Far more customers than are busy at a time; who is forgotten begins anew. */
    private static final int CUSTOMERS = 100_000;

    private final String name;
    private final Bandwidth bandwidth;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /** @param name what is limited, in upper case, as the problem calls it */
    public Allowance(String name, int most, Duration period, Clock clock) {
        this.name = name;
        this.bandwidth =
                Bandwidth.builder().capacity(most).refillGreedy(most, period).build();
        this.time = new ClockTime(clock);
        // A bucket that nobody has touched for a period is full again.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CUSTOMERS)
                .expireAfterAccess(period)
                .ticker(time::currentTimeNanos)
                .build();
    }

    /**
     * Takes one of what the caller may do; a repeated call takes another one. Whoever is no customer takes nothing.
     *
     * @throws ApiProblem 429 {@code TOO_MANY_REQUESTS} when nothing is left to take
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

    /** Undoes a {@link #take} that in the end is not to count. To be called once for each. */
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
