package io.orderflow.process;

import io.orderflow.shared.OrderNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The delegate of a step that needs no more than the number of the order, which is the business key. */
public interface OrderStep extends JavaDelegate {

    /** Carries out the step for this order. */
    void execute(OrderNumber order);

    @Override
    default void execute(DelegateExecution execution) {
        execute(order(execution));
    }

    /** Returns the order of the process, by its business key. */
    static OrderNumber order(DelegateExecution execution) {
        return new OrderNumber(execution.getProcessBusinessKey());
    }
}
