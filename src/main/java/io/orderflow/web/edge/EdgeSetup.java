package io.orderflow.web.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.web.Problems;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Registers the filters before the controllers, and the answers to requests that Tomcat rejects. */
@Configuration(proxyBeanMethods = false)
class EdgeSetup {

    @Bean
    FilterRegistrationBean<HiddenPathFilter> hiddenPaths(Problems problems) {
        FilterRegistrationBean<HiddenPathFilter> registration =
                new FilterRegistrationBean<>(new HiddenPathFilter(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(Problems problems, WritesWithMore writes) {
        FilterRegistrationBean<BodyLimitFilter> registration =
                new FilterRegistrationBean<>(new BodyLimitFilter(problems, writes));
        registration.addUrlPatterns("/api/*", "/webhooks/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<NegotiationFilter> negotiation(Problems problems, WritesWithMore writes) {
        var registration = new FilterRegistrationBean<>(new NegotiationFilter(problems, writes));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 20);
        return registration;
    }

    /** This runs after Boot's own customizer, so that its valve is the inner one and reports first. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsInsteadOfPages(
            Problems problems, ObjectMapper json) {
        return factory -> factory.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            host.setErrorReportValveClass(ProblemErrorValve.class.getName());
            host.getPipeline().addValve(new ProblemErrorValve(problems, json));
        });
    }
}
