package io.orderflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that a test moves, so that nothing in a test has to wait. */
public class TestClock extends Clock {

    private final Clock real = Clock.tickMillis(ZoneId.of("Asia/Seoul"));
    private volatile Duration ahead = Duration.ZERO;
    private volatile Instant stopped;

    /** A clock that goes as the real one does. */
    public TestClock() {}

    /** A clock that stands at this moment until a test moves it. */
    public TestClock(Instant moment) {
        stopped = moment;
    }

    /** Takes the place of the application's clock. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Configuration {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    public void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    /** From now on only {@link #advance} moves it. */
    public void stop() {
        stopped = real.instant();
    }

    public void goOn() {
        stopped = null;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(real.withZone(zone), ahead);
    }

    @Override
    public Instant instant() {
        Instant base = stopped;
        return (base == null ? real.instant() : base).plus(ahead);
    }
}
