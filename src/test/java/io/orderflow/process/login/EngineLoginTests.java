package io.orderflow.process.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineLoginTests {

    private final IdentityService identity = mock(IdentityService.class, RETURNS_DEEP_STUBS);
    private final AtomicLong nanos = new AtomicLong();
    private final EngineLogin login = new EngineLogin(identity, new LoginAttempts(Clock.systemUTC()), nanos::get);

    @BeforeEach
    void knowAlice() {
        Group customer = mock(Group.class);
        when(customer.getId()).thenReturn("customer");
        when(identity.checkPassword("alice", "secret")).thenReturn(true);
        when(identity.createGroupQuery().groupMember("alice").list()).thenReturn(List.of(customer));
    }

    @Test
    void asksTheEngineOncePerUserAndPassword() {
        assertThat(login.logIn("alice", "secret").orElseThrow()).containsExactly("customer");
        assertThat(login.logIn("alice", "secret").orElseThrow()).containsExactly("customer");

        verify(identity, times(1)).checkPassword("alice", "secret");
    }

    @Test
    void remembersNoWrongPassword() {
        login.logIn("alice", "secret");

        assertThat(login.logIn("alice", "wrong")).isEmpty();
        assertThat(login.logIn("alices", "ecret")).isEmpty();
        assertThat(login.logIn("alice", "wrong")).isEmpty();
        verify(identity, times(2)).checkPassword("alice", "wrong");
    }

    @Test
    void checksOnceForManyEqualLogInsAtOnce() throws Exception {
        CountDownLatch together = new CountDownLatch(8);
        when(identity.checkPassword("alice", "secret")).thenAnswer(call -> {
            together.await();
            return true;
        });
        var clients = Executors.newFixedThreadPool(8);
        try {
            var logins = IntStream.range(0, 8)
                    .mapToObj(i -> clients.submit(() -> {
                        together.countDown();
                        return login.logIn("alice", "secret");
                    }))
                    .toList();
            for (var loggedIn : logins) {
                assertThat(loggedIn.get()).isPresent();
            }
        } finally {
            clients.shutdownNow();
        }

        verify(identity, times(1)).checkPassword("alice", "secret");
    }

    @Test
    void nobodyWaitsForTheOneWhoseSuccessIsCheckedAnew() throws Exception {
        login.logIn("alice", "secret");
        pass(Duration.ofSeconds(25));
        CountDownLatch checking = new CountDownLatch(1);
        CountDownLatch checked = new CountDownLatch(1);
        when(identity.checkPassword("alice", "secret")).thenAnswer(call -> {
            checking.countDown();
            checked.await();
            return true;
        });
        var client = Executors.newSingleThreadExecutor();
        try {
            var first = client.submit(() -> login.logIn("alice", "secret"));
            checking.await();

            assertThat(login.logIn("alice", "secret")).isPresent();
            assertThat(first.isDone()).isFalse();
            checked.countDown();
            assertThat(first.get()).isPresent();
        } finally {
            client.shutdownNow();
        }
        pass(Duration.ofSeconds(15));
        assertThat(login.logIn("alice", "secret")).isPresent();
        verify(identity, times(2)).checkPassword("alice", "secret");
    }

    @Test
    void changedPasswordIsNoticedAtTheNextCheckAndAtTheLatestAfterHalfAMinute() {
        login.logIn("alice", "secret");
        when(identity.checkPassword("alice", "secret")).thenReturn(false);

        pass(Duration.ofSeconds(19));
        assertThat(login.logIn("alice", "secret")).isPresent();
        pass(Duration.ofSeconds(2));
        assertThat(login.logIn("alice", "secret")).isEmpty();
        assertThat(login.logIn("alice", "secret")).isEmpty();
    }

    @Test
    void successThatNobodyCameBackForEnds() {
        login.logIn("alice", "secret");
        when(identity.checkPassword("alice", "secret")).thenReturn(false);

        pass(Duration.ofSeconds(31));

        assertThat(login.logIn("alice", "secret")).isEmpty();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
