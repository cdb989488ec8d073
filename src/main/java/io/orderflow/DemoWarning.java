package io.orderflow;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * A warning in the log at each start with the demo: everybody knows the demo's passwords, who can log in with them, and
 * how to leave the demo.
 */
@Component
class DemoWarning implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(DemoWarning.class);

    private final Environment environment;
    private final ServerProperties server;

    DemoWarning(Environment environment, ServerProperties server) {
        this.environment = environment;
        this.server = server;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (DemoByDefault.isDemo(environment)) {
            LOG.warn(
                    "Demo: everybody knows the passwords of alice, bob, ops, analyst and admin; {}. To go on: README.md, "
                            + "\"Out of the demo\" (an empty database, orders.demo=false, camunda.bpm.admin-user.id and .password)",
                    reach());
        }
    }

    private String reach() {
        InetAddress address = server.getAddress();
        return address != null && address.isLoopbackAddress()
                ? "the application listens on " + address.getHostAddress() + " only"
                : "whoever reaches its port can log in, as server.address says";
    }
}
