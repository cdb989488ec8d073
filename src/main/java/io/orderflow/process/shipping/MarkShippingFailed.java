package io.orderflow.process.shipping;

import io.orderflow.order.progress.OrderProgress;
import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.ShippingService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The delegate of <em>Mark shipping failed</em>: it stores what the carrier said. A repeat changes nothing. */
@Component
class MarkShippingFailed implements JavaDelegate {

    private final ShippingService shipping;
    private final OrderProgress orders;

    MarkShippingFailed(ShippingService shipping, OrderProgress orders) {
        this.shipping = shipping;
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OrderNumber order = OrderStep.order(execution);
        orders.markShippingFailed(
                order,
                OrderVariables.text(execution, OrderVariables.FAILURE_KIND),
                shipping.latestWords(order).orElse(null),
                OrderVariables.occurredAt(execution));
    }
}
