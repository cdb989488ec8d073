package io.orderflow.process.paying;

import io.orderflow.payment.PaymentService;
import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Retry charge</em>: its first execution fails, so that a person sees an incident. When the person
 * retries it, the gateway is asked again.
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
