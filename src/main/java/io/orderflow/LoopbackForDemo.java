package io.orderflow;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * The default of {@code server.address}, and of {@code management.server.address} if management has its own port: the
 * loopback address in the demo, because everybody knows its passwords. An explicit setting wins. The default is
 * computed when it is read, as in {@link DemoByDefault}.
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
                    // Boot refuses a management address if management has no port of its own.
                    case "management.server.address" ->
                        ManagementPortType.get(environment) == ManagementPortType.DIFFERENT;
                    default -> false;
                };
                return listens && DemoByDefault.isDemo(environment) ? LOOPBACK : null;
            }
        });
    }
}
