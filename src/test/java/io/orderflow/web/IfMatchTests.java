package io.orderflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                " * ",
                "\"a\"",
                "\"b\",\"a\"",
                "\"b\" , \"a\"",
                ",\"a\", ,",
                "W/\"a\", \"a\"",
                "\"b,c\",\t\"a\""
            })
    void admitsWhatIsCurrent(String header) {
        assertThat(admits(header, true)).isTrue();
        assertThat(admits(header, false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"b\"", "W/\"a\"", "\"A\"", "\"\"", "\"b\", W/\"a\"", "\"x,\", \"y\""})
    void refusesWhatIsNot(String header) {
        assertThat(admits(header, true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "a",
                "\"a",
                "a\"",
                "w/\"a\"",
                "W/ \"a\"",
                "\"a\" \"b\"",
                "\"a\"x",
                "\"a \"",
                "*, \"a\"",
                "\"a\", *",
                "**"
            })
    void knowsNonsense(String header) {
        assertThat(IfMatch.parse(header)).isEmpty();
    }

    @Test
    void readsALongListAtOnce() {
        assertThat(admits("\"b\" , ".repeat(2_000) + "\"a\"", true)).isTrue();
        assertThat(IfMatch.parse(" ".repeat(8_000) + "x")).isEmpty();
    }

    @Test
    void asksForNothingWhenAbsent() {
        assertThat(IfMatch.ABSENT.admits(false, tag -> false)).isTrue();
        assertThat(IfMatch.ABSENT.admits(true, tag -> false)).isTrue();
    }

    private static boolean admits(String header, boolean exists) {
        return IfMatch.parse(header).orElseThrow().admits(exists, "\"a\""::equals);
    }
}
