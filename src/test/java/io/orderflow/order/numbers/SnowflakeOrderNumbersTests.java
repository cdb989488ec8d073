package io.orderflow.order.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.TestClock;
import io.orderflow.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SnowflakeOrderNumbersTests {

    private static final Instant EPOCH = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration SOME_TIME = Duration.ofDays(400);

    private final TestClock clock = new TestClock(EPOCH.plus(SOME_TIME));
    private final SnowflakeOrderNumbers numbers = new SnowflakeOrderNumbers(clock, 1023);

    @Test
    void holdMillisecondsNodeAndSequence() {
        long first = next();
        long second = next();

        assertThat(millis(first)).isEqualTo(SOME_TIME.toMillis());
        assertThat(node(first)).isEqualTo(1023);
        assertThat(List.of(sequence(first), sequence(second))).containsExactly(0L, 1L);
    }

    @Test
    void ofTwoNodesDifferInTheSameMillisecond() {
        SnowflakeOrderNumbers neighbour = new SnowflakeOrderNumbers(clock, 1022);

        assertThat(neighbour.next()).isNotEqualTo(numbers.next());
    }

    @Test
    void growWithTime() {
        long earlier = next();
        clock.advance(Duration.ofMillis(1));

        assertThat(next()).isGreaterThan(earlier);
    }

    @Test
    void keepGrowingWhenTheClockIsSetBack() {
        long before = next();
        clock.advance(Duration.ofMinutes(-5));
        long after = next();

        assertThat(after).isEqualTo(before + 1);
        assertThat(millis(after)).isEqualTo(SOME_TIME.toMillis());
    }

    @Test
    void goOnInTheNextMillisecondWhenOneIsUsedUp() {
        List<Long> drawn = Stream.generate(this::next).limit(3 * 4096 + 1).toList();

        assertThat(drawn).doesNotHaveDuplicates().isSorted().allMatch(number -> node(number) == 1023);
        assertThat(millis(drawn.get(4095))).isEqualTo(SOME_TIME.toMillis());
        assertThat(millis(drawn.get(4096))).isEqualTo(SOME_TIME.toMillis() + 1);
        assertThat(millis(drawn.get(3 * 4096))).isEqualTo(SOME_TIME.toMillis() + 3);
    }

    @Test
    void areUniqueAmongManyThreads() throws Exception {
        List<Object> drawn = Together.run(
                16, thread -> () -> Stream.generate(this::next).limit(2_000).toList());

        assertThat(drawn).allMatch(List.class::isInstance);
        assertThat(drawn.stream().flatMap(one -> ((Collection<?>) one).stream()))
                .hasSize(32_000)
                .doesNotHaveDuplicates();
    }

    private long next() {
        return Long.parseLong(numbers.next().value().substring("ORD-".length()));
    }

    private static long millis(long number) {
        return number >>> 22;
    }

    private static long node(long number) {
        return number >>> 12 & 1023;
    }

    private static long sequence(long number) {
        return number & 4095;
    }
}
