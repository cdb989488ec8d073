package io.orderflow.process;

import io.orderflow.shared.OrderNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A step of the diagram that needs no more than the order's number, which is the business key. */
public interface OrderStep extends JavaDelegate {

    /** Does the step for this order. */
    void execute(OrderNumber order);

    @Override
    default void execute(DelegateExecution execution) {
        execute(order(execution));
    }

    /** The order that the process stands for, by its business key. */
    static OrderNumber order(DelegateExecution execution) {
        return new OrderNumber(execution.getProcessBusinessKey());
    }
}
