package io.orderflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.orderflow.web.HttpIntegrationTest;
import java.net.ConnectException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The whole application with the demo, on whichever database: what {@link LoopbackForDemoTests} look at in detail. */
class DemoAddressIntegrationTests extends HttpIntegrationTest {

    /** Linux answers at every address that begins with 127, if somebody listens there. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void listensOnTheOneLoopbackAddressOnly() {
        assertThat(get("/actuator/health", null).statusCode()).isEqualTo(200);

        assertThatIOException()
                .isThrownBy(() -> new Socket("127.0.0.2", port).close())
                .isInstanceOf(ConnectException.class);
    }
}
