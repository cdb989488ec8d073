package io.orderflow.process.login;

import java.util.List;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.stereotype.Component;

/** Gives the engine our way of keeping and checking passwords. Old hashes stay good until their users log in. */
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
        engine.setSaltGenerator(() -> ""); // bcrypt's 72 bytes are for the password alone; its salt is its own
        engine.setPasswordPolicy(() -> List.of(PasswordRule.values()));
        engine.setEnablePasswordPolicy(true);
        engine.setIdentityService(new GuardedIdentity(attempts, hashes));
    }
}
