package io.orderflow;

import java.util.Locale;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Makes every machine the same, before anything else starts: the engine stores times without a zone, in the JVM's, and
 * reads those of all nodes; and texts for machines must not depend on whose language the machine speaks. Times that
 * people read, and business days, are Asia/Seoul where they are made.
 */
public class MachineDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Locale.setDefault(Locale.ROOT);
    }
}
