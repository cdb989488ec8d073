package io.orderflow.web.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.web.Problems;
import io.orderflow.web.ViolationMessages;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The set-up of the filters before the controllers, and the answers to requests that Tomcat rejects. */
@Configuration(proxyBeanMethods = false)
class EdgeSetup implements WebMvcConfigurer {

    private final ViolationMessages wording;

    EdgeSetup(ViolationMessages wording) {
        this.wording = wording;
    }

    /** Leaves the webhooks out, because whoever calls them may add what they like. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters(wording)).addPathPatterns("/api/**");
    }

    /** Comes after Boot's own customizer, so that its valve is the inner one and reports first. */
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
