package io.orderflow.order.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomOrderNumbersTests {

    @Test
    void carryTheDateInSeoul() {
        assertThat(at("2026-11-01T14:59:59.999Z").next().value()).startsWith("ORD-20261101-");
        assertThat(at("2026-11-01T15:00:00Z").next().value()).startsWith("ORD-20261102-");
    }

    @Test
    void endWithEightCharactersThatNobodyMistakes() {
        RandomOrderNumbers numbers = at("2026-11-01T00:00:00Z");

        assertThat(Stream.generate(numbers::next).limit(1_000))
                .extracting(OrderNumber::value)
                .allMatch(number -> number.matches("ORD-20261101-[2-9A-HJKMNP-TW-Z]{8}"));
    }

    @Test
    void useEveryCharacterAndDoNotRepeat() {
        RandomOrderNumbers numbers = at("2026-11-01T00:00:00Z");

        Set<String> drawn = Stream.generate(numbers::next)
                .limit(10_000)
                .map(number -> number.value().substring(13))
                .collect(Collectors.toSet());

        assertThat(drawn).hasSizeGreaterThan(9_995);
        assertThat(drawn.stream().flatMapToInt(String::chars).distinct().count())
                .isEqualTo(RandomOrderNumbers.ALPHABET.length());
    }

    private static RandomOrderNumbers at(String now) {
        return new RandomOrderNumbers(Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }
}
