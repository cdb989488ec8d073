package io.orderflow.process.login;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.RequestContextFilter;

/**
 * Locks the engine's two surfaces. Its REST API is open as it comes: without a user on the thread the engine checks no
 * rights.
 */
@Configuration(proxyBeanMethods = false)
class EngineDoors {

    private static final int BEFORE_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER - 5;
    private static final int AFTER_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER + 100;

    /** Where Spring Boot puts it without Jersey: whoever asks for a password must know from where it comes. */
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
    FilterRegistrationBean<WebappDoor> webappDoor(IdentityService identity) {
        FilterRegistrationBean<WebappDoor> registration = new FilterRegistrationBean<>(new WebappDoor(identity));
        registration.addUrlPatterns("/camunda/*");
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }
}
