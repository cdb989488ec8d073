package io.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OrderSettingsTests {

    /** The first and the last moment of a day in Seoul, and both sides of the midnight of UTC in between. */
    @ParameterizedTest
    @CsvSource({"2026-10-31T15:00:00Z", "2026-10-31T23:59:59.999Z", "2026-11-01T00:00:00Z", "2026-11-01T14:59:59.999Z"})
    void wholeDaysEndWithTheDayInSeoulNotCountingTheDayOfDelivery(Instant delivered) {
        assertThat(settings("P7D").returnUntil(delivered)).isEqualTo("2026-11-08T14:59:59.999Z");
    }

    @Test
    void windowOfHoursThatMakeWholeDaysEndsLikeDays() {
        Instant delivered = Instant.parse("2026-11-01T03:00:00Z");

        assertThat(settings("PT24H").returnUntil(delivered)).isEqualTo("2026-11-02T14:59:59.999Z");
        assertThat(settings("PT25H").returnUntil(delivered)).isEqualTo("2026-11-02T04:00:00Z");
    }

    @Test
    void shorterWindowEndsToTheMillisecond() {
        Instant delivered = Instant.parse("2026-11-01T03:00:00.123Z");

        assertThat(settings("PT30S").returnUntil(delivered)).isEqualTo("2026-11-01T03:00:30.123Z");
        assertThat(settings("PT0S").returnUntil(delivered)).isEqualTo(delivered);
    }

    @Test
    void defaultsAreQuarterOfAnHourSevenDaysAndRandomNumbers() {
        OrderSettings settings = bind(Map.of());

        assertThat(settings).isEqualTo(new OrderSettings(Duration.ofMinutes(15), Duration.ofDays(7),
                OrderSettings.NumberStrategy.RANDOM, 0, Duration.ofDays(1), new UnpaidLimits(5, 20)));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, P7D, 0", "PT-1S, P7D, 0", "PT1S, PT-1S, 0", "PT1S, P7D, -1", "PT1S, P7D, 1024"})
    void rejectsNonsense(Duration reservationTtl, Duration returnWindow, int nodeId) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderSettings(reservationTtl, returnWindow,
                OrderSettings.NumberStrategy.RANDOM, nodeId, Duration.ofDays(1), UnpaidLimits.NONE));
    }

    @ParameterizedTest
    @CsvSource({"unpaid-orders, 0", "unpaid-orders, -1", "unpaid-pieces, 0", "unpaid-pieces, -1", "unpaid-pieces, many"})
    void rejectsLimitsThatLetNobodyOrder(String limit, String value) {
        assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(Map.of("orders.limits." + limit, value)));
    }

    private static OrderSettings settings(String returnWindow) {
        return bind(Map.of("orders.return-window", returnWindow));
    }

    private static OrderSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("orders", OrderSettings.class);
    }
}
