package io.orderflow.payment.toss;

import io.orderflow.shared.UnfitSetting;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the gateway of Toss Payments is made of, where it moves the money. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "orders.payment.gateway", havingValue = "toss")
class TossSetup {

    /** @throws UnfitSetting when there is no secret key: without it every charge would fail */
    @Bean
    TossClient tossClient(TossSettings settings) {
        if (settings.secretKey().isBlank()) {
            throw new UnfitSetting("orders.payment.toss.secret-key", "must be set, as orders.payment.gateway is toss");
        }
        return new TossClient(settings, Map.of());
    }

    @Bean
    TossBreaker tossBreaker(Clock clock) {
        return new TossBreaker(clock);
    }
}
