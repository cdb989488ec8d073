package io.orderflow.process.cases;

import io.orderflow.cases.CaseRegister;
import io.orderflow.process.ProcessReferences;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The delegate of <em>Close case</em>. A repeat changes nothing. */
@Component
class CloseCase implements JavaDelegate {

    private final ProcessReferences subjects;
    private final CaseRegister cases;

    CloseCase(ProcessReferences subjects, CaseRegister cases) {
        this.subjects = subjects;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.close(subjects.caseOf(execution).caseId());
    }
}
