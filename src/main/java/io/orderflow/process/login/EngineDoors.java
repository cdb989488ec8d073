package io.orderflow.process.login;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.RequestContextFilter;

/** What the engine's log-in needs to know of a request. */
@Configuration(proxyBeanMethods = false)
class EngineDoors {

    /** Where Spring Boot puts it without Jersey: whoever asks for a password must know from where it comes. */
    @Bean
    @FilterRegistration(order = SecurityProperties.DEFAULT_FILTER_ORDER - 5)
    RequestContextFilter requestContext() {
        return new RequestContextFilter();
    }
}
