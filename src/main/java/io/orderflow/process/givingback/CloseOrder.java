package io.orderflow.process.givingback;

import io.orderflow.order.OrderResult;
import io.orderflow.order.progress.OrderProgress;
import io.orderflow.payment.PaymentService;
import io.orderflow.payment.RefundId;
import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import io.orderflow.shared.OrderNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The delegate of <em>Close order</em>: it names the result for the gateway after it. A repeat names the same. */
@Component
class CloseOrder implements JavaDelegate {

    /** The result instead of MONEY_OWED while the payment gateway is being asked. */
    private static final String REFUND_UNDER_WAY = "REFUND_UNDER_WAY";

    private final OrderProgress orders;
    private final PaymentService payments;

    CloseOrder(OrderProgress orders, PaymentService payments) {
        this.orders = orders;
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OrderNumber order = OrderStep.order(execution);
        OrderResult result = orders.close(order);
        // The order is locked now, so that no answer of the payment gateway is stored before the process waits for it.
        boolean underWay = result == OrderResult.MONEY_OWED && payments.awaitsRefund(order);
        execution.setVariable(OrderVariables.RESULT, underWay ? REFUND_UNDER_WAY : result.name());
        execution.setVariable(
                OrderVariables.REFUND_ID, RefundId.ofCalledOff(order).value());
    }
}
