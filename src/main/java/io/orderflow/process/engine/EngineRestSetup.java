package io.orderflow.process.engine;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Locks the engine's REST API, which is open as it comes: without a user on the thread the engine checks no rights. */
@Configuration(proxyBeanMethods = false)
class EngineRestSetup {

    @Bean
    FilterRegistrationBean<EngineRestFilter> engineRestFilter(EngineLogin login) {
        FilterRegistrationBean<EngineRestFilter> registration = new FilterRegistrationBean<>(new EngineRestFilter(login));
        registration.addUrlPatterns("/engine-rest/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 100);
        return registration;
    }
}
