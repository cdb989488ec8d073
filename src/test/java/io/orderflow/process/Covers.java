package io.orderflow.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * Which processes a class of path tests must take every node and every flow of. They are counted in these tests only,
 * in one thread.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(
        properties = "spring.autoconfigure.exclude="
                + "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration,"
                + "org.springframework.boot.actuate.autoconfigure.metrics.LogbackMetricsAutoConfiguration")
@interface Covers {

    String[] value();
}
