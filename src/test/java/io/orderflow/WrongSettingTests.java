package io.orderflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/**
 * A start ends with the name of the wrong setting, what it must be, and what to do: no stack trace, and no value of a
 * secret.
 */
@ExtendWith(OutputCaptureExtension.class)
class WrongSettingTests {

    /** All settings of ours, without what they are for. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties
    @ConfigurationPropertiesScan("io.orderflow")
    static class Application {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orders.reservation-ttl                   | PT0S    | must be at least a second: PT15M, or 15m
            orders.reservation-ttl                   | 15      | must be at least a second: PT15M, or 15m
            orders.reservation-ttl                   | -PT5M   | must be at least a second: PT15M, or 15m
            orders.reservation-ttl                   | soon    | must be a duration, such as PT15M or 15m
            orders.demo                              | perhaps | must be true or false
            orders.demo                              | no      | must be true or false
            orders.demo                              | 0       | must be true or false
            orders.demo                              | ''      | must be true or false
            orders.return-shipping-fee               | -1      | must not be negative
            orders.return-shipping-fee               | 1.5     | must be a whole number
            orders.return-address                    | ' '     | must be 1 to 500 characters, not blank
            orders.idempotency-retention             | 0       | must be longer than nothing
            orders.number-strategy                   | sequnce | must be one of random, uuid, snowflake, sequence
            orders.node-id                           | 1024    | must be 0 to 1023
            orders.node-id                           | first   | must be a whole number
            orders.payment.gateway                   | stripe  | must be simulated or toss
            orders.payment.retry                     | PT1S,x  | must be a list
            orders.payment.retry                     | PT0S    | must be longer than nothing
            orders.payment.lanes                     | 0       | must be at least 1
            orders.payment.toss.secret-key           | hush    | must be at least 16 characters
            orders.payment.toss.base-url             | ftp://x | must be http or https
            orders.payment.toss.read-timeout         | PT0S    | must be longer than nothing
            orders.limits.unpaid-orders              | 0       | must be at least 1
            orders.limits.unpaid-pieces              | -5      | must be at least 1
            orders.limits.writes-per-minute          | 0       | must be at least 1
            orders.limits.coupon-attempts            | none    | must be a whole number
            orders.limits.idempotency-keys           | 0       | must be at least 1
            orders.waiting-requests                  | -1      | must not be negative
            orders.waiting-requests                  | many    | must be a whole number
            orders.shipping.carrier                  | dhl     | must be one of simulated, manual
            orders.shipping.simulated.step           | -PT1S   | must be longer than nothing
            orders.shipping.simulated.auto-progress  | perhaps | must be true or false
            orders.shipping.retry                    | x       | must be a list
            orders.shipping.lanes                    | -1      | must be at least 1
            orders.shipping.unknown-after            | PT0S    | must be longer than nothing
            orders.models.allow-code                 | maybe   | must be true or false
            orders.models.go-back                    | maybe   | must be true or false
            orders.security.jwt.local-users          | x       | must be true or false
            """)
    void endsTheStartWithItsNameAndWhatItMustBe(String name, String value, String words, CapturedOutput output) {
        SpringApplicationBuilder application =
                new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE);
        application.application().setInitializers(List.of());

        assertThatThrownBy(() ->
                application.run("--spring.config.location=optional:classpath:/nothing/", "--" + name + "=" + value));

        assertThat(output)
                .contains(
                        "APPLICATION FAILED TO START",
                        name + " " + words,
                        "Change that setting and start again; all of them are in src/docs/settings.md")
                .doesNotContain("hush", "\tat ");
    }

    @Test
    void saysWhereItWasSet(CapturedOutput output) {
        SpringApplicationBuilder application =
                new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE);
        application.application().setInitializers(List.of());

        assertThatThrownBy(() ->
                application.run("--spring.config.location=optional:classpath:/nothing/", "--orders.node-id=first"));

        assertThat(output).contains("(it was set by \"orders.node-id\" from property source \"commandLineArgs\")");
    }
}
