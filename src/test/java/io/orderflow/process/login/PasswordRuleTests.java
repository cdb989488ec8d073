package io.orderflow.process.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

class PasswordRuleTests {

    private final User chief = user("chief", "Al", "Hong", "gildong@shop.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s3cret",
                "elevenchars",
                "aaaaaaaaaaaaaaaa",
                "abababababababab",
                "the CHIEF of all",
                "mr hong from seoul",
                "gildong@shop.example",
                "비밀번호비밀번호비밀번호비밀번호비밀번호비밀번호비"
            })
    void refusesWhatIsShortMonotonousOrToldByTheUser(String password) {
        assertThat(isGood(password, chief)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "all lower case letters", "1234567890ab", "비밀번호는 열두 글자다"})
    void takesWhatIsLongWhateverItIsMadeOf(String password) {
        assertThat(isGood(password, chief)).isTrue();
    }

    @Test
    void asksForNoUser() {
        assertThat(isGood("correct horse battery", null)).isTrue();
        assertThat(PasswordRule.LENGTH.execute("short")).isFalse();
    }

    @Test
    void refusesMoreThanBcryptTakes() {
        assertThat(isGood("correct horse battery ".repeat(4), chief)).isFalse();
    }

    private static boolean isGood(String password, User user) {
        return Arrays.stream(PasswordRule.values()).allMatch(rule -> rule.execute(password, user));
    }

    private static User user(String id, String firstName, String lastName, String email) {
        User user = Mockito.mock(User.class);
        Mockito.when(user.getId()).thenReturn(id);
        Mockito.when(user.getFirstName()).thenReturn(firstName);
        Mockito.when(user.getLastName()).thenReturn(lastName);
        Mockito.when(user.getEmail()).thenReturn(email);
        return user;
    }
}
