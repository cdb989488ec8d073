package io.orderflow.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineLoginTests {

    private final IdentityService identity = mock(IdentityService.class, RETURNS_DEEP_STUBS);
    private final EngineLogin login = new EngineLogin(identity);

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
    void asksNothingForTextThatNoDatabaseTakes() {
        assertThat(login.logIn("a\0b", "x")).isEmpty();
        assertThat(login.logIn("", "x")).isEmpty();
        assertThat(login.logIn("alice", null)).isEmpty();

        verify(identity, never()).checkPassword(any(), anyString());
    }
}
