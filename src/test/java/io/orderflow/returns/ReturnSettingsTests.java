package io.orderflow.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.shared.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReturnSettingsTests {

    @Test
    void changeOfMindIsTheOnlyReasonThatCosts() {
        assertThat(new ReturnSettings(3_000, Duration.ofDays(1)).feeFor(ReturnReason.CHANGE_OF_MIND)).isEqualTo(Money.won(3_000));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHANGE_OF_MIND")
    void otherReasonsCostNothing(ReturnReason reason) {
        assertThat(new ReturnSettings(3_000, Duration.ofDays(1)).feeFor(reason)).isEqualTo(Money.ZERO);
    }

    @Test
    void refusesANegativeFee() {
        assertThatThrownBy(() -> new ReturnSettings(-1, Duration.ofDays(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
