package io.orderflow.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;

class EngineUsersTests {

    private final IdentityService identity = mock(IdentityService.class, RETURNS_DEEP_STUBS);
    private final AtomicLong nanos = new AtomicLong();
    private final EngineUsers users = new EngineUsers(identity, nanos::get);

    @Test
    void asksTheEngineOnceInTenSecondsAndNoticesANewUserThen() {
        store("dave", 0);
        assertThat(users.know("dave")).isFalse();

        store("dave", 1);
        pass(Duration.ofSeconds(9));
        assertThat(users.know("dave")).isFalse();
        verifyNoInteractions(identity);

        pass(Duration.ofSeconds(1));
        assertThat(users.know("dave")).isTrue();
    }

    private void store(String id, long count) {
        when(identity.createUserQuery().userId(id).count()).thenReturn(count);
        clearInvocations(identity);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
