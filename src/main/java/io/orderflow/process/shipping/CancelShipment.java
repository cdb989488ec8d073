package io.orderflow.process.shipping;

import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import io.orderflow.shipping.ShippingService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Cancel shipment</em>: a carrier that does not answer at once is asked after the commit. A repeat
 * changes nothing.
 */
@Component
class CancelShipment implements JavaDelegate {

    private final ShippingService shipping;

    CancelShipment(ShippingService shipping) {
        this.shipping = shipping;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OrderVariables.tell(execution, OrderVariables.RECALL_STATUS, shipping.cancel(OrderStep.order(execution)));
    }
}
