package io.orderflow.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProperTextTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\tb\r\nc", "\uD83D\uDE00", "\uD7A3\uE000\uFFFD", "\u200B"})
    void isWhatEveryDatabaseStores(String text) {
        assertThat(ProperText.is(text)).isTrue();
        assertThat(ProperText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\0", "\u0001", "\u001F", "\u007F", "\u0085", "\u009F", "\uD800", "\uDBFF", "\uDC00", "\uDFFF"})
    void isNothingElse(String unfit) {
        assertThat(ProperText.is("a" + unfit + "b")).isFalse();
        assertThat(ProperText.of("a" + unfit + "b")).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800\uD800", "\uDC00\uD800"})
    void isNoPairThatIsNone(String unfit) {
        assertThat(ProperText.is(unfit)).isFalse();
        assertThat(ProperText.of(unfit)).isEmpty();
    }
}
