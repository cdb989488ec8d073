package io.orderflow.web.idempotency;

import io.orderflow.web.Problems;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** Registers the filter after the security chain. */
@Configuration(proxyBeanMethods = false)
class IdempotencySetup {

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotency(
            IdempotencyGate gate, Problems problems, MessageSource messages, LocaleResolver localeResolver) {
        var registration =
                new FilterRegistrationBean<>(new IdempotencyFilter(gate, problems, messages, localeResolver));
        registration.addUrlPatterns("/api/*");
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 100);
        return registration;
    }
}
