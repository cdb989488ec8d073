package io.orderflow.process.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One hash for every try, whoever it is. */
class GuardedIdentityTests {

    private static final String STORED = "{bcrypt}hash";

    private final PasswordHashes hashes = mock(PasswordHashes.class);
    private final UserQuery users = mock(UserQuery.class, RETURNS_DEEP_STUBS);
    private final GuardedIdentity identity = spy(new GuardedIdentity(new LoginAttempts(Clock.systemUTC()), hashes));

    @BeforeEach
    void knowAlice() {
        User alice = mock(User.class);
        when(alice.getPassword()).thenReturn(STORED);
        when(users.userId("alice").singleResult()).thenReturn(alice);
        when(users.userId("bob").singleResult()).thenReturn(null);
        when(hashes.made(STORED)).thenReturn(true);
        doReturn(users).when(identity).createUserQuery();
    }

    @Test
    void hashesOnceForAUserWhoExists() {
        assertThat(identity.checkPassword("alice", "wrong")).isFalse();

        verify(hashes).checkStored("wrong", STORED);
        verify(hashes, never()).checkNobodys("wrong");
    }

    @Test
    void hashesOnceForAUserWhoDoesNot() {
        assertThat(identity.checkPassword("bob", "wrong")).isFalse();

        verify(hashes).checkNobodys("wrong");
        verifyNoMoreInteractions(hashes);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a\0b", "a\nb"})
    void hashesOnceForNamesThatNoDatabaseTakesAndAsksForNone(String name) {
        assertThat(identity.checkPassword(name, "wrong")).isFalse();

        verify(hashes).checkNobodys("wrong");
        verify(identity, never()).createUserQuery();
    }
}
