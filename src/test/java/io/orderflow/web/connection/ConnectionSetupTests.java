package io.orderflow.web.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderflow.shared.UnfitSetting;
import io.orderflow.web.WaitingSettings;
import org.junit.jupiter.api.Test;

class ConnectionSetupTests {

    @Test
    void slowBodiesGetHalfOfTheThreadsThatWaitingLeaves() {
        assertThat(ConnectionSetup.slowBodies(200, 120)).isEqualTo(40);
        assertThat(ConnectionSetup.slowBodies(10, 8)).isEqualTo(1);
    }

    @Test
    void refusesToLetWaitingTakeAllThreads() {
        assertThatExceptionOfType(UnfitSetting.class)
                .isThrownBy(() -> ConnectionSetup.slowBodies(200, 199))
                .withMessage("orders.waiting-requests (199) must leave some of server.tomcat.threads.max (200) free");
        assertThatExceptionOfType(UnfitSetting.class).isThrownBy(() -> new WaitingSettings(-1));
    }
}
