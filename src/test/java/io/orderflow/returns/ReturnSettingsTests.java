package io.orderflow.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.shared.Money;
import io.orderflow.shared.UnfitSetting;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThatThrownBy(() -> fee(-1)).isInstanceOf(UnfitSetting.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesABlankAddress(String address) {
        assertThatThrownBy(() -> address(address))
                .isInstanceOf(UnfitSetting.class)
                .hasMessageContaining("orders.return-address");
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        assertThat(address("x".repeat(500)).returnAddress()).hasSize(500);
        assertThatThrownBy(() -> address("x".repeat(501))).isInstanceOf(UnfitSetting.class);
    }

    private static ReturnSettings address(String address) {
        return new ReturnSettings(0, Duration.ofDays(1), "P7D", "P3M", address, "P14D");
    }

    private static ReturnSettings fee(long won) {
        return new ReturnSettings(won, Duration.ofDays(1), "P7D", "P3M", null, "P14D");
    }
}
