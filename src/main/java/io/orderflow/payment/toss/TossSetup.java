package io.orderflow.payment.toss;

import io.orderflow.shared.UnfitSetting;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that the gateway of Toss Payments needs, if it is the configured one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "orders.payment.gateway", havingValue = "toss")
class TossSetup {

    /** @throws UnfitSetting if there is no secret key, because every charge would fail without it */
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
