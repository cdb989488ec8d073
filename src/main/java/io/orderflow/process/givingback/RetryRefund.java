package io.orderflow.process.givingback;

import io.orderflow.payment.PaymentService;
import io.orderflow.payment.RefundId;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.ProcessReferences;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Retry refund</em>: it makes the same refund once more, and the gateway is asked after the commit.
 * If the refund is done already, it does nothing.
 */
@Component
class RetryRefund implements JavaDelegate {

    private final ProcessReferences subjects;
    private final PaymentService payments;

    RetryRefund(ProcessReferences subjects, PaymentService payments) {
        this.subjects = subjects;
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RefundId refund = subjects.refundOf(execution);
        OrderVariables.tell(execution, OrderVariables.REFUND_STATUS, payments.retryRefund(refund));
    }
}
