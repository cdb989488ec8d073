package io.orderflow;

import io.orderflow.shared.UnfitSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.PropertySource;

/**
 * The default of {@code orders.demo}: true on the embedded database, on which people try the application out, and false
 * on any other. An explicit setting wins, and is {@code true} or {@code false}: any other word could mean a demo to one
 * part of the application and none to another. The default is computed when it is read, because the database may be
 * configured after this class runs.
 */
public class DemoByDefault implements EnvironmentPostProcessor {

    private static final String DEMO = "orders.demo";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new PropertySource<>("demo by default") {
            @Override
            public @Nullable Object getProperty(String name) {
                return DEMO.equals(name) ? isEmbedded(environment.getProperty("spring.datasource.url", "")) : null;
            }
        });
        UnfitSetting.unless(environment.getProperty(DEMO, "").matches("(?i)true|false"), DEMO, "must be true or false");
    }

    static boolean isDemo(PropertyResolver environment) {
        return environment.getProperty(DEMO, Boolean.class, false);
    }

    static boolean isEmbedded(String url) {
        return url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:tcp:") && !url.startsWith("jdbc:h2:ssl:");
    }
}
