package io.orderflow.process.shipping;

import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import io.orderflow.shipping.ShippingService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Retry recall</em>: its first execution fails, so that a person sees an incident. When the person
 * retries it, the recall goes on.
 */
@Component
class RetryRecall implements JavaDelegate {

    private final ShippingService shipping;

    RetryRecall(ShippingService shipping) {
        this.shipping = shipping;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OrderVariables.tell(execution, OrderVariables.RECALL_STATUS, shipping.retryRecall(OrderStep.order(execution)));
    }
}
