package io.orderflow.process.expressions;

import io.orderflow.web.Problems;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The configuration that puts the filter before both APIs of the engine. It comes after the log-in of the REST API, so
 * that no stranger's body is read, and before the filter that limits bodies.
 */
@Configuration(proxyBeanMethods = false)
class ExpressionFilterSetup {

    @Bean
    FilterRegistrationBean<ExpressionFilter> expressionFilter(Problems problems) {
        FilterRegistrationBean<ExpressionFilter> registration =
                new FilterRegistrationBean<>(new ExpressionFilter(problems));
        registration.addUrlPatterns("/engine-rest/*", "/camunda/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 105);
        return registration;
    }
}
