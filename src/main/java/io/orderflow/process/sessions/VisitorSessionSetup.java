package io.orderflow.process.sessions;

import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The configuration that puts {@link VisitorSessions} before everything that serves the webapps. */
@Configuration(proxyBeanMethods = false)
class VisitorSessionSetup {

    @Bean
    FilterRegistrationBean<VisitorSessions> visitorSessions(Clock clock) {
        FilterRegistrationBean<VisitorSessions> registration = new FilterRegistrationBean<>(new VisitorSessions(clock));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }
}
