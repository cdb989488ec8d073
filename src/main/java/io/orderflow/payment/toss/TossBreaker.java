package io.orderflow.payment.toss;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A circuit breaker for charges. If Toss fails half of them, no charge is asked for during ten seconds; then three
 * charges find out whether Toss works again. It compares times when it is asked, so it needs no thread of its own.
 */
class TossBreaker {

    private static final Logger LOG = LoggerFactory.getLogger(TossBreaker.class);
    static final int WINDOW = 20;
    static final int PROBES = 3;
    static final Duration OPEN_FOR = Duration.ofSeconds(10);

    private final CircuitBreaker breaker;
    private final Clock clock;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile Instant openUntil = Instant.MIN;

    TossBreaker(Clock clock) {
        this.clock = clock;
        this.breaker = CircuitBreaker.of(
                "toss",
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindow(WINDOW, WINDOW, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(OPEN_FOR)
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .recordResult(answer -> ((TossAnswer) answer).isTrouble())
                        .build());
        breaker.getEventPublisher().onStateTransition(this::changed);
    }

    /** Makes the call and counts its answer; returns empty, without the call, while the gateway must not be asked. */
    Optional<TossAnswer> ask(Supplier<TossAnswer> call) {
        if (!breaker.tryAcquirePermission()) {
            return Optional.empty();
        }
        underWay.incrementAndGet();
        try {
            TossAnswer answer = call.get();
            breaker.onResult(0, TimeUnit.NANOSECONDS, answer);
            return Optional.of(answer);
        } catch (RuntimeException e) {
            breaker.releasePermission();
            throw e;
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** Whether {@link #ask} would make a call now. */
    boolean lets() {
        return switch (breaker.getState()) {
            case OPEN -> clock.instant().isAfter(openUntil);
            case HALF_OPEN -> breaker.getMetrics().getNumberOfBufferedCalls() + underWay.get() < PROBES;
            default -> true;
        };
    }

    private void changed(CircuitBreakerOnStateTransitionEvent event) {
        CircuitBreaker.State state = event.getStateTransition().getToState();
        if (state == CircuitBreaker.State.OPEN) {
            openUntil = clock.instant().plus(OPEN_FOR);
        }
        LOG.warn(
                "Toss charges: the circuit breaker is {} now, it was {}",
                state,
                event.getStateTransition().getFromState());
    }
}
