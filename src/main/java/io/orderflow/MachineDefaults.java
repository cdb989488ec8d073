package io.orderflow;

import java.util.Locale;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The same time zone and locale on every machine, set before anything else starts. The engine stores times without a
 * zone, in that of the JVM, and reads the times of all nodes; and texts for machines must not depend on the locale of
 * the operating system. Code that makes times for people, or business days, uses Asia/Seoul explicitly.
 */
public class MachineDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Locale.setDefault(Locale.ROOT);
    }
}
