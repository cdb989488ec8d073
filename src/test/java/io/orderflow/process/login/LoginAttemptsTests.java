package io.orderflow.process.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.orderflow.TestClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class LoginAttemptsTests {

    private final TestClock clock = new TestClock();
    private final LoginAttempts attempts = new LoginAttempts(clock);
    private MockHttpServletResponse response;

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void letsFourWrongPasswordsPassAndMakesTheFifthWait() {
        comeFrom("10.0.0.1");
        fail("bob", 5);

        assertThatThrownBy(() -> attempts.count("bob", () -> true, () -> true)).isInstanceOf(TriedTooOften.class);
        assertThat(response.getHeader("Retry-After")).isIn("9", "10");
        assertThat(attempts.count("alice", () -> true, () -> true)).isTrue();
        comeFrom("10.0.0.2");
        assertThat(attempts.count("bob", () -> true, () -> true)).isTrue();
    }

    @Test
    void countsAllAddressesOfAnIpv6ClientAsOne() {
        IntStream.range(1, 6).forEach(i -> {
            comeFrom("2001:db8:0:1::" + i);
            fail("bob", 1);
        });

        comeFrom("2001:db8:0:1:ffff::9");
        assertThatThrownBy(() -> attempts.count("bob", () -> true, () -> true)).isInstanceOf(TriedTooOften.class);
        comeFrom("2001:db8:0:2::1");
        assertThat(attempts.count("bob", () -> true, () -> true)).isTrue();
    }

    @Test
    void makesAnAddressWithManyFailuresWaitButNotWhoHasLoggedInFromThereBefore() {
        comeFrom("10.0.0.1");
        attempts.count("alice", () -> true, () -> true);
        IntStream.range(0, 100).forEach(i -> fail("user" + i, 1));

        assertThatThrownBy(() -> attempts.refuseWhileWaiting("bob")).isInstanceOf(TriedTooOften.class);
        assertThatThrownBy(() -> attempts.count("bob", () -> true, () -> true)).isInstanceOf(TriedTooOften.class);
        assertThat(attempts.count("alice", () -> true, () -> true)).isTrue();
        assertThat(attempts.count("alice", () -> false, () -> true)).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(attempts.count("bob", () -> true, () -> true)).isTrue();
    }

    @Test
    void holdsNothingAgainstAnybodyForTroubleOfOurOwn() {
        comeFrom("10.0.0.1");
        IntStream.range(0, 10)
                .forEach(i -> assertThatThrownBy(() -> attempts.count(
                                "bob",
                                () -> {
                                    throw new IllegalStateException("the database is gone");
                                },
                                () -> true))
                        .isInstanceOf(IllegalStateException.class));

        assertThatCode(() -> attempts.count("bob", () -> true, () -> true)).doesNotThrowAnyException();
    }

    @Test
    void countsNothingThatComesFromNoClient() {
        fail("bob", 20);

        assertThat(attempts.count("bob", () -> true, () -> true)).isTrue();
    }

    @Test
    void writesOneLineForAnyNameAndNoPassword() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ((Logger) LoggerFactory.getLogger(LoginAttempts.class)).addAppender(log);
        comeFrom("10.0.0.1");

        fail("eve\r\n2026-11-26 log-in of admin\u2028" + "x".repeat(100), 1);

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .startsWith("log-in failed from 10.0.0.1 as \"eve??2026-11-26 log-in of admin?xx")
                .hasSize("log-in failed from 10.0.0.1 as \"\"".length() + 64);
    }

    @Test
    void writesNoNameThatIsNobodys() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ((Logger) LoggerFactory.getLogger(LoginAttempts.class)).addAppender(log);
        comeFrom("10.0.0.1");

        attempts.count("a password in the wrong field", () -> false, () -> false);

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("log-in failed from 10.0.0.1 as nobody who is known");
    }

    private void fail(String user, int times) {
        IntStream.range(0, times)
                .forEach(i -> assertThat(attempts.count(user, () -> false, () -> true))
                        .isFalse());
    }

    private void comeFrom(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        response = new MockHttpServletResponse();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
    }
}
