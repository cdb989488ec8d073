package io.orderflow.process.login;

import jakarta.servlet.FilterConfig;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;

/** The engine's own filter for its REST API, with our log-in and without its public list of engine names. */
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
