package io.orderflow;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * The default of {@code server.address}, and of {@code management.server.address} where that has a port of its own:
 * with the demo, whose passwords everybody knows, the loopback address. A setting wins. Answered when asked, as
 * {@link DemoByDefault}.
 */
public class LoopbackForDemo implements EnvironmentPostProcessor {

    private static final String LOOPBACK = "127.0.0.1";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new PropertySource<>("loopback for demo") {
            @Override
            public @Nullable Object getProperty(String name) {
                boolean listens = switch (name) {
                    case "server.address" -> true;
                    // Boot refuses an address for management where that has no port of its own.
                    case "management.server.address" ->
                        ManagementPortType.get(environment) == ManagementPortType.DIFFERENT;
                    default -> false;
                };
                return listens && DemoByDefault.isDemo(environment) ? LOOPBACK : null;
            }
        });
    }
}
