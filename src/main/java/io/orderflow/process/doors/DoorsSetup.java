package io.orderflow.process.doors;

import jakarta.servlet.Filter;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestInitializer;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.autoconfigure.web.servlet.JerseyApplicationPath;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The configuration of the engine's REST API, and the filters before all of the engine's APIs. The REST API has no long
 * polling for external tasks, whose thread would delay every stop. The starter's own configuration of it is excluded in
 * {@code application.yaml}.
 */
@Configuration(proxyBeanMethods = false)
class DoorsSetup {

    private static final String[] APIS = {"/engine-rest/*", "/camunda/api/*"};

    @Bean
    CamundaJerseyResourceConfig engineRest() {
        return new CamundaJerseyResourceConfig();
    }

    @Bean
    CamundaBpmRestInitializer engineRestFilters(JerseyApplicationPath path, CamundaBpmProperties properties) {
        return new CamundaBpmRestInitializer(path, properties);
    }

    @Bean
    FilterRegistrationBean<EngineHeaderFilter> engineHeaders() {
        return register(new EngineHeaderFilter(), -1, APIS);
    }

    @Bean
    FilterRegistrationBean<SetupPageFilter> setupPage(IdentityService identity) {
        return register(new SetupPageFilter(identity), 90, "/camunda/*");
    }

    @Bean
    FilterRegistrationBean<EngineBodyFilter> engineBodies() {
        return register(new EngineBodyFilter(), 110, APIS);
    }

    /** Registers a filter at a place relative to the filters of Spring Security. The engine's log-in is at 100. */
    private static <F extends Filter> FilterRegistrationBean<F> register(F filter, int place, String... paths) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(paths);
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + place);
        return registration;
    }
}
