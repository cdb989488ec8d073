package io.orderflow.process.forms;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the facts where the engine answers: around its own log-in filters, inside the security chains. */
@Configuration(proxyBeanMethods = false)
class TaskFactsSetup {

    @Bean
    FilterRegistrationBean<TaskFactsFilter> taskFactsFilter(TaskFacts facts) {
        FilterRegistrationBean<TaskFactsFilter> registration = new FilterRegistrationBean<>(new TaskFactsFilter(facts));
        registration.addUrlPatterns("/engine-rest/*", "/camunda/api/engine/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 50);
        return registration;
    }
}
