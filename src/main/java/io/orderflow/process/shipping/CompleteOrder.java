package io.orderflow.process.shipping;

import io.orderflow.order.progress.OrderProgress;
import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Complete order</em>: the order is complete from the time that the carrier says. A repeat changes
 * nothing.
 */
@Component
class CompleteOrder implements JavaDelegate {

    private final OrderProgress orders;

    CompleteOrder(OrderProgress orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        orders.complete(OrderStep.order(execution), OrderVariables.occurredAt(execution));
    }
}
