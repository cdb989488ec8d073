package io.orderflow.process.login;

import java.util.List;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.stereotype.Component;

/**
 * The configuration of the engine that stores and checks passwords in our way. Old hashes are valid until their users
 * log in.
 */
@Component
class LoginSetup extends SpringBootProcessEnginePlugin {

    private final LoginAttempts attempts;

    LoginSetup(LoginAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        PasswordHashes hashes = new PasswordHashes();
        engine.setPasswordEncryptor(hashes);
        engine.setSaltGenerator(() -> ""); // The 72 bytes of bcrypt are for the password; bcrypt has its own salt.
        engine.setPasswordPolicy(() -> List.of(PasswordRule.values()));
        engine.setEnablePasswordPolicy(true);
        engine.setIdentityService(new GuardedIdentity(attempts, hashes));
    }
}
