package io.orderflow.process;

import io.orderflow.payment.PaymentSettings;
import java.time.Duration;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long the engine waits before each further try, where the diagram leaves it to a setting. */
@Configuration(proxyBeanMethods = false)
class RetryTimes {

    /** {@code ${paymentRetry}} in the diagram: the waits of {@code orders.payment.retry} as the engine reads them. */
    @Bean
    String paymentRetry(PaymentSettings settings) {
        return settings.retry().stream().map(Duration::toString).collect(Collectors.joining(","));
    }
}
