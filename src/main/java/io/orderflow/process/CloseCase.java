package io.orderflow.process;

import io.orderflow.cases.CaseId;
import io.orderflow.cases.CaseRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** <em>Close case</em>; closed already: nothing. */
@Component
class CloseCase implements JavaDelegate {

    private final CaseRegister cases;

    CloseCase(CaseRegister cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.close(CaseId.of((String) execution.getVariable(CaseVariables.CASE_ID)));
    }
}
