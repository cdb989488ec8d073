package io.orderflow.process.placing;

import io.orderflow.order.progress.OrderProgress;
import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Reject order</em>: it rejects an order that cannot be supplied and stores what was missing. A
 * repeat changes nothing.
 */
@Component
class RejectOrder implements JavaDelegate {

    private final OrderProgress orders;

    RejectOrder(OrderProgress orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        orders.reject(OrderStep.order(execution), OrderVariables.shortages(execution));
    }
}
