package io.orderflow.process.returning;

import io.orderflow.payment.PaymentService;
import io.orderflow.payment.RefundId;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.ProcessReferences;
import io.orderflow.returns.Refundable;
import io.orderflow.returns.ReturnId;
import io.orderflow.returns.ReturnService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Refund return</em>: it refunds what was accepted, less the fee, which is kept. The gateway is
 * asked after the commit. A repeat finds the first refund and fee.
 */
@Component
class RefundReturn extends ReturnStep {

    private final ReturnService returns;
    private final PaymentService payments;

    RefundReturn(ProcessReferences subjects, ReturnService returns, PaymentService payments) {
        super(subjects);
        this.returns = returns;
        this.payments = payments;
    }

    @Override
    void execute(DelegateExecution execution, ReturnId id) {
        Refundable accepted = returns.accepted(id);
        RefundId refund = new RefundId(id.value());
        execution.setVariable(OrderVariables.REFUND_ID, refund.value());
        OrderVariables.tell(
                execution, OrderVariables.REFUND_STATUS, payments.refund(refund, accepted.order(), accepted.refund()));
        payments.keepFee(refund, accepted.order(), accepted.fee());
    }
}
