package io.orderflow.process;

import io.orderflow.shared.OrderNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A step of the diagram that needs no more than the order's number, which is the business key. */
interface OrderStep extends JavaDelegate {

    void execute(OrderNumber order);

    @Override
    default void execute(DelegateExecution execution) {
        execute(order(execution));
    }

    static OrderNumber order(DelegateExecution execution) {
        return new OrderNumber(execution.getProcessBusinessKey());
    }
}
