package io.orderflow.process.login;

import jakarta.servlet.FilterConfig;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;

/** The engine's own filter for its REST API, with our log-in and without its public list of engine names. */
class EngineRestFilter extends ProcessEngineAuthenticationFilter {

    EngineRestFilter() {
        authenticationProvider = new LoggedInCaller();
    }

    /** Nothing to read: the provider is no class name but an object. */
    @Override
    public void init(FilterConfig config) {}

    @Override
    protected boolean requiresEngineAuthentication(String path) {
        return true;
    }
}
