package io.orderflow.process.login;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.RequestContextFilter;

/**
 * The configuration of the filters that require a log-in at the engine's REST API and webapps. By default the REST API
 * is open: the engine checks no rights if no user is logged in to its thread.
 */
@Configuration(proxyBeanMethods = false)
class EngineFilters {

    /** Where Spring Boot puts it without Jersey: whoever asks for a password must know from where it comes. */
    @Bean
    @FilterRegistration(order = SecurityProperties.DEFAULT_FILTER_ORDER - 5)
    RequestContextFilter requestContext() {
        return new RequestContextFilter();
    }
}
