package io.orderflow.process.returning;

import io.orderflow.process.ProcessReferences;
import io.orderflow.returns.ReturnId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The delegate of a step that needs the return. */
abstract class ReturnStep implements JavaDelegate {

    private final ProcessReferences subjects;

    ReturnStep(ProcessReferences subjects) {
        this.subjects = subjects;
    }

    abstract void execute(DelegateExecution execution, ReturnId id);

    @Override
    public final void execute(DelegateExecution execution) {
        execute(execution, subjects.returnOf(execution));
    }
}
