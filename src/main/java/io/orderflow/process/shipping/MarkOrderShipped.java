package io.orderflow.process.shipping;

import io.orderflow.order.progress.OrderProgress;
import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Mark order shipped</em>: the order is shipped from the time that the carrier says. A repeat
 * changes nothing.
 */
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
