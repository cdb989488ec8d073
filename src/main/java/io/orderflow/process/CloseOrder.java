package io.orderflow.process;

import io.orderflow.order.OrderProgress;
import io.orderflow.payment.RefundId;
import io.orderflow.shared.OrderNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** <em>Close order</em>: names the result for the gateway behind it; a repeat names the same. */
@Component
class CloseOrder implements JavaDelegate {

    private final OrderProgress orders;

    CloseOrder(OrderProgress orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OrderNumber order = OrderStep.order(execution);
        execution.setVariable(OrderVariables.RESULT, orders.close(order).name());
        execution.setVariable(OrderVariables.REFUND_ID, RefundId.ofCalledOff(order).value());
    }
}
