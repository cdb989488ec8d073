package io.orderflow.process.login;

import jakarta.servlet.FilterConfig;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.stereotype.Component;

/**
 * The engine's own filter for its REST API, with our log-in and without its public list of engine names. The REST API
 * is open as it comes: without a user on the thread the engine checks no rights.
 */
@Component
@FilterRegistration(urlPatterns = "/engine-rest/*", order = SecurityProperties.DEFAULT_FILTER_ORDER + 100)
class EngineRestFilter extends ProcessEngineAuthenticationFilter {

    EngineRestFilter() {
        authenticationProvider = new LoggedInCaller();
    }

    /** Reads no configuration, because the provider is an object and not a class name. */
    @Override
    public void init(FilterConfig config) {}

    @Override
    protected boolean requiresEngineAuthentication(String path) {
        return true;
    }
}
