package io.orderflow.process.shipping;

import io.orderflow.order.progress.OrderProgress;
import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** <em>Mark order shipped</em>, when the carrier says it was; shipped already: nothing. */
@Component
class MarkOrderShipped implements JavaDelegate {

    private final OrderProgress orders;

    MarkOrderShipped(OrderProgress orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        orders.markShipped(OrderStep.order(execution), OrderVariables.occurredAt(execution));
    }
}
