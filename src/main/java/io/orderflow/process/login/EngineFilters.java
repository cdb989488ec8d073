package io.orderflow.process.login;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.RequestContextFilter;

/**
 * The configuration of the filters that require a log-in at the engine's REST API and webapps. By default the REST API
 * is open: the engine checks no rights if no user is logged in to its thread.
 */
@Configuration(proxyBeanMethods = false)
class EngineFilters {

    private static final int BEFORE_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER - 5;
    private static final int AFTER_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER + 100;

    /**
     * Registers the filter where Spring Boot does so without Jersey. The check of a password needs the address of the
     * client.
     */
    @Bean
    FilterRegistrationBean<RequestContextFilter> requestContext() {
        FilterRegistrationBean<RequestContextFilter> registration =
                new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<EngineRestFilter> engineRestFilter() {
        FilterRegistrationBean<EngineRestFilter> registration = new FilterRegistrationBean<>(new EngineRestFilter());
        registration.addUrlPatterns("/engine-rest/*");
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<StaffFilter> staffFilter(IdentityService identity) {
        FilterRegistrationBean<StaffFilter> registration = new FilterRegistrationBean<>(new StaffFilter(identity));
        registration.addUrlPatterns("/camunda/*");
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }
}
