package io.orderflow.process.paying;

import io.orderflow.payment.PaymentService;
import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * <em>Retry charge</em>: fails once, which shows the order to a person; retried by them, the gateway is asked again.
 */
@Component
class RetryCharge implements JavaDelegate {

    private final PaymentService payments;

    RetryCharge(PaymentService payments) {
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OrderVariables.tell(
                execution,
                OrderVariables.CHARGE_STATUS,
                ChargeTold.of(payments.retryCharge(OrderStep.order(execution))));
    }
}
