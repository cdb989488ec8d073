package io.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderflow.shared.UnfitSetting;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OrderSettingsTests {

    @Test
    void defaultsAreQuarterOfAnHourAndRandomNumbers() {
        OrderSettings settings = bind(Map.of());

        assertThat(settings)
                .isEqualTo(new OrderSettings(
                        Duration.ofMinutes(15),
                        OrderSettings.NumberStrategy.RANDOM,
                        0,
                        Duration.ofDays(1),
                        new UnpaidLimits(5, 20)));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "PT-1S, 0", "PT1S, -1", "PT1S, 1024"})
    void rejectsNonsense(Duration reservationTtl, int nodeId) {
        assertThatExceptionOfType(UnfitSetting.class)
                .isThrownBy(() -> new OrderSettings(
                        reservationTtl,
                        OrderSettings.NumberStrategy.RANDOM,
                        nodeId,
                        Duration.ofDays(1),
                        UnpaidLimits.NONE));
    }

    @ParameterizedTest
    @CsvSource({"unpaid-orders, 0", "unpaid-orders, -1", "unpaid-pieces, 0", "unpaid-pieces, -1", "unpaid-pieces, many"
    })
    void rejectsLimitsThatLetNobodyOrder(String limit, String value) {
        assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(Map.of("orders.limits." + limit, value)));
    }

    private static OrderSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("orders", OrderSettings.class);
    }
}
