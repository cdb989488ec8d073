package io.orderflow.process;

import io.orderflow.payment.PaymentService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** <em>Record settlement</em>: the customer got the money by other means; anything but that answer is refused. */
@Component
class RecordSettlement implements JavaDelegate {

    private static final String SETTLED_OUTSIDE = "SETTLED_OUTSIDE";

    private final PaymentService payments;

    RecordSettlement(PaymentService payments) {
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Object settlement = execution.getVariable(OrderVariables.SETTLEMENT);
        if (!SETTLED_OUTSIDE.equals(settlement)) {
            throw new IllegalArgumentException("settlement must be RETRY or SETTLED_OUTSIDE");
        }
        payments.settleOutside(OrderStep.order(execution),
                (String) execution.getVariable(OrderVariables.SETTLEMENT_REFERENCE));
    }
}
