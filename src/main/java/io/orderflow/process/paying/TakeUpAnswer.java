package io.orderflow.process.paying;

import io.orderflow.payment.ChargeStatus;
import io.orderflow.payment.PaymentService;
import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Take up answer</em>: it tells the process what the gateway answered earlier. A repeat tells the
 * same.
 */
@Component
class TakeUpAnswer implements JavaDelegate {

    private final PaymentService payments;

    TakeUpAnswer(PaymentService payments) {
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ChargeStatus status = payments.status(OrderStep.order(execution));
        OrderVariables.tell(execution, OrderVariables.CHARGE_STATUS, ChargeTold.of(status));
    }
}
