package io.orderflow.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerIdTests {

    @ParameterizedTest
    @ValueSource(strings = {"alice", "a@b.c", "x/y", "auth0|1", "a b", "\uD83D\uDE00"})
    void isAnyVisibleText(String id) {
        assertThat(new CustomerId(id)).hasToString(id);
        assertThat(new CustomerId("a".repeat(255)).value()).hasSize(255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B", "a\nb", "a\tb", "a\0", "\uD800"})
    void isNothingElse(String id) {
        assertThatThrownBy(() -> new CustomerId(id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CustomerId("a".repeat(256))).isInstanceOf(IllegalArgumentException.class);
    }
}
