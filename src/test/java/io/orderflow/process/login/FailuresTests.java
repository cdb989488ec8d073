package io.orderflow.process.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailuresTests {

    private Instant now = Instant.parse("2026-11-26T09:00:00Z");
    private final Failures<String> failures = new Failures<>(clock(), 3, Duration.ofSeconds(60));

    @Test
    void makesTheThirdFailureWaitAndDoublesTheWaitUpToTheLongest() {
        failures.add("bob");
        failures.add("bob");

        for (int wait : new int[] {10, 20, 40, 60, 60}) {
            failures.addUnlessWaiting("bob");
            now = now.plusSeconds(wait).minusMillis(1);
            assertThatThrownBy(() -> failures.addUnlessWaiting("bob"))
                    .isInstanceOf(TriedTooOften.class)
                    .hasMessageContaining("in 1 s");
            now = now.plusMillis(1);
        }
        failures.refuseWhileWaiting("bob");
    }

    @Test
    void keepsNoWaitOfOneKeyAgainstAnother() {
        IntStream.range(0, 3).forEach(i -> failures.add("bob"));

        assertThatThrownBy(() -> failures.refuseWhileWaiting("bob")).isInstanceOf(TriedTooOften.class);
        assertThatCode(() -> failures.refuseWhileWaiting("alice")).doesNotThrowAnyException();
    }

    @Test
    void forgetsByWordAndAfterAnHour() {
        IntStream.range(0, 3).forEach(i -> failures.add("bob"));
        IntStream.range(0, 3).forEach(i -> failures.add("carol"));

        failures.forget("bob");
        failures.addUnlessWaiting("bob");
        now = now.plus(Duration.ofHours(1));

        IntStream.range(0, 3).forEach(i -> failures.addUnlessWaiting("carol"));
    }

    @Test
    void takesBackTheTryThatCameToNothing() {
        IntStream.range(0, 10).forEach(i -> {
            failures.addUnlessWaiting("bob");
            failures.takeBack("bob");
        });

        assertThatCode(() -> failures.addUnlessWaiting("bob")).doesNotThrowAnyException();
    }

    @Test
    void letsNoMoreThroughAtOnceThanOneAfterTheOther() {
        AtomicInteger through = new AtomicInteger();

        IntStream.range(0, 200).parallel().forEach(i -> {
            try {
                failures.addUnlessWaiting("bob");
                through.incrementAndGet();
            } catch (TriedTooOften e) {
                // as it should be
            }
        });

        assertThat(through).hasValue(3);
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
