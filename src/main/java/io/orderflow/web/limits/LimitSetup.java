package io.orderflow.web.limits;

import io.orderflow.web.Allowance;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rate limits of customers. */
@Configuration(proxyBeanMethods = false)
class LimitSetup {

    @Bean
    Allowance writeAllowance(LimitSettings settings, Clock clock) {
        return new Allowance("WRITES_PER_MINUTE", settings.writesPerMinute(), Duration.ofMinutes(1), clock);
    }

    @Bean
    Allowance keyAllowance(LimitSettings settings, Clock clock) {
        return new Allowance("IDEMPOTENCY_KEYS", settings.idempotencyKeys(), Duration.ofDays(1), clock);
    }

    @Bean
    Allowance couponAllowance(LimitSettings settings, Clock clock) {
        return new Allowance("COUPON_ATTEMPTS", settings.couponAttempts(), Duration.ofHours(1), clock);
    }
}
