package io.orderflow.process;

import io.orderflow.order.OrderProgress;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** <em>Complete order</em>; completed already: nothing. Tells the timer when the return window closes. */
@Component
class CompleteOrder implements JavaDelegate {

    private final OrderProgress orders;

    CompleteOrder(OrderProgress orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant returnUntil = orders.complete(OrderStep.order(execution));
        execution.setVariable(OrderVariables.RETURN_UNTIL, Variables.dateValue(Date.from(returnUntil), true));
    }
}
