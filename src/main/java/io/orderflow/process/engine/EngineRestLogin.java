package io.orderflow.process.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;

/** HTTP Basic for the engine's REST API through {@link EngineLogin}; there are no tenants to look up. */
class EngineRestLogin extends HttpBasicAuthenticationProvider {

    private final EngineLogin login;

    EngineRestLogin(EngineLogin login) {
        this.login = login;
    }

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        AuthenticationResult result = super.extractAuthenticatedUser(request, engine);
        result.setTenants(List.of());
        return result;
    }

    @Override
    protected boolean isAuthenticated(ProcessEngine engine, String user, String password) {
        return login.logIn(user, password).isPresent();
    }
}
