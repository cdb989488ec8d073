package io.orderflow.process.forms;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The configuration that puts the filter around the engine's own log-in filters, behind Spring Security. */
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
