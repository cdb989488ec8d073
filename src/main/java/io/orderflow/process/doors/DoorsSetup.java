package io.orderflow.process.doors;

import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestInitializer;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.boot.autoconfigure.web.servlet.JerseyApplicationPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The configuration of the engine's REST API, and the filters before all of the engine's APIs. The REST API has no long
 * polling for external tasks, whose thread would delay every stop. The starter's own configuration of it is excluded in
 * {@code application.yaml}.
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
