package io.orderflow.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.shared.OrderNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnIdTests {

    @Test
    void isTheOrdersNumberAndWhichOfItsReturnsItIs() {
        assertThat(ReturnId.of(new OrderNumber("ORD-20261122-A3F8K2M9"), 2)).hasToString("ORD-20261122-A3F8K2M9-RET2");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "ORD-20261122-A3F8K2M9", "-RET1", "ORD-1-RET0", "ORD-20261122-RET", "ORD 20261122-RET1"})
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> new ReturnId(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
