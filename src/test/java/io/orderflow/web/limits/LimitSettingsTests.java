package io.orderflow.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LimitSettingsTests {

    @Test
    void defaultsAreWhatAHouseholdDoesNotReach() {
        assertThat(bind(Map.of())).isEqualTo(new LimitSettings(60, 100, 10_000));
    }

    @ParameterizedTest
    @CsvSource({
        "writes-per-minute, 0",
        "writes-per-minute, -1",
        "coupon-attempts, 0",
        "coupon-attempts, -1",
        "idempotency-keys, 0",
        "idempotency-keys, -1",
        "idempotency-keys, few"
    })
    void rejectsLimitsThatLetNobodyDoAnything(String limit, String value) {
        assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(Map.of("orders.limits." + limit, value)));
    }

    private static LimitSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("orders.limits", LimitSettings.class);
    }
}
