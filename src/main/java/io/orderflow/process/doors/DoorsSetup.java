package io.orderflow.process.doors;

import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestInitializer;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.boot.autoconfigure.web.servlet.JerseyApplicationPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The engine's REST API without its long polling for external tasks, whose thread would wait with every stop for
 * whoever polls. The starter's own set-up of the REST API is excluded in {@code application.yaml}.
 */
@Configuration(proxyBeanMethods = false)
class DoorsSetup {

    @Bean
    CamundaJerseyResourceConfig engineRest() {
        return new CamundaJerseyResourceConfig();
    }

    @Bean
    CamundaBpmRestInitializer engineRestFilters(JerseyApplicationPath path, CamundaBpmProperties properties) {
        return new CamundaBpmRestInitializer(path, properties);
    }
}
