package io.orderflow.process;

import io.orderflow.returns.ReturnId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A step of a return. */
interface ReturnStep extends JavaDelegate {

    void execute(DelegateExecution execution, ReturnId id);

    @Override
    default void execute(DelegateExecution execution) {
        execute(execution, new ReturnId((String) execution.getVariable(OrderVariables.RETURN_ID)));
    }
}
