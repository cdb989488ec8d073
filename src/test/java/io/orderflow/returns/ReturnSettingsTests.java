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
        assertThat(fee(3_000).feeFor(ReturnReason.CHANGE_OF_MIND)).isEqualTo(Money.won(3_000));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHANGE_OF_MIND")
    void otherReasonsCostNothing(ReturnReason reason) {
        assertThat(fee(3_000).feeFor(reason)).isEqualTo(Money.ZERO);
    }

    @Test
    void refusesANegativeFee() {
        assertThatThrownBy(() -> fee(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ReturnSettings fee(long won) {
        return new ReturnSettings(won, Duration.ofDays(1), "P7D", "P3M");
    }
}
