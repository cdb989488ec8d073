package io.orderflow.payment.toss;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.payment.PaymentGateway;
import io.orderflow.payment.PaymentSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

class TossSettingsTests {

    private static final String SECRET = "test_sk_4yKeq5bgrpWk4XYdDoBxVGX0lzW6";

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Payment.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({PaymentSettings.class, TossSettings.class})
    @Import({TossSetup.class, TossGateway.class})
    @ComponentScan(
            basePackages = "io.orderflow.payment.simulated",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.SimulatedGateway"))
    static class Payment {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Test
    void paymentsAreSimulatedUnlessToldOtherwise() {
        application.run(context ->
                assertThat(context).hasSingleBean(PaymentGateway.class).hasBean("simulatedGateway"));
    }

    @Test
    void movesMoneyThroughTossWhenTold() {
        application
                .withPropertyValues("orders.payment.gateway=toss", "orders.payment.toss.secret-key=" + SECRET)
                .run(context -> {
                    assertThat(context).hasSingleBean(PaymentGateway.class).hasSingleBean(TossGateway.class);
                    assertThat(context.getBean(PaymentGateway.class).keepsBooks())
                            .isTrue();
                    assertThat(context.getBean(TossSettings.class))
                            .isEqualTo(new TossSettings(
                                    URI.create("https://api.tosspayments.com"),
                                    SECRET,
                                    Duration.ofSeconds(3),
                                    Duration.ofSeconds(30)));
                });
    }

    @Test
    void doesNotStartWithoutASecretKey() {
        application
                .withPropertyValues("orders.payment.gateway=toss")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("orders.payment.toss.secret-key must be set, as orders.payment.gateway is toss"));
    }

    @Test
    void doesNotStartWithAnUnknownGateway() {
        application
                .withPropertyValues("orders.payment.gateway=tosss")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("orders.payment.gateway must be simulated or toss"));
    }

    @ParameterizedTest
    @CsvSource({
        "base-url, ftp://toss",
        "base-url, api.tosspayments.com",
        "base-url, https://toss?x=y",
        "connect-timeout, PT0S",
        "read-timeout, -PT1S",
        "secret-key, test_sk_fifteen"
    })
    void doesNotStartWithNonsense(String property, String value) {
        application
                .withPropertyValues(
                        "orders.payment.toss.secret-key=" + SECRET, "orders.payment.toss." + property + "=" + value)
                .run(context -> {
                    assertThat(context)
                            .getFailure()
                            .rootCause()
                            .hasMessageStartingWith("orders.payment.toss." + property);
                    assertThat(context)
                            .getFailure()
                            .hasStackTraceContaining(property)
                            .satisfies(failure ->
                                    assertThat(failure.toString()).doesNotContain(SECRET, "test_sk_fifteen"));
                });
    }

    @Test
    void secretIsNotShown() {
        TossSettings settings =
                new TossSettings(URI.create("https://toss"), SECRET, Duration.ofSeconds(3), Duration.ofSeconds(30));

        assertThat(settings.toString()).contains("https://toss", "PT30S").doesNotContain(SECRET);
    }
}
