package io.orderflow.process.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The analyzer of that failure. It says what to configure, instead of a stack trace. */
class NoAdministratorAnalyzer extends AbstractFailureAnalyzer<NoAdministrator> {

    @Override
    protected FailureAnalysis analyze(Throwable root, NoAdministrator cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set camunda.bpm.admin-user.id and camunda.bpm.admin-user.password "
                        + "(as environment variables: CAMUNDA_BPM_ADMIN_USER_ID, CAMUNDA_BPM_ADMIN_USER_PASSWORD), "
                        + "or orders.demo=true for a trial with demo users.",
                cause);
    }
}
