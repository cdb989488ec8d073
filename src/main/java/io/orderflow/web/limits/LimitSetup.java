package io.orderflow.web.limits;

import io.orderflow.web.Allowance;
import io.orderflow.web.Problems;
import io.orderflow.web.idempotency.Repeats;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rate limits, and the filter that applies them. It comes after authentication and before all other filters. */
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

    @Bean
    FilterRegistrationBean<WriteLimitFilter> writeLimits(
            @Qualifier("writeAllowance") Allowance writes,
            @Qualifier("keyAllowance") Allowance keys,
            Repeats repeats,
            Problems problems) {
        var registration = new FilterRegistrationBean<>(new WriteLimitFilter(writes, keys, repeats, problems));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 5);
        return registration;
    }
}
