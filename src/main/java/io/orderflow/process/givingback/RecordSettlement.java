package io.orderflow.process.givingback;

import io.orderflow.payment.PaymentService;
import io.orderflow.payment.RefundId;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.ProcessReferences;
import io.orderflow.process.answers.Person;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Record settlement</em>: it stores how a person settled a refund, and refuses an answer that is
 * not allowed.
 */
@Component
class RecordSettlement implements JavaDelegate {

    private enum Settlement {
        RETRY,
        SETTLED_OUTSIDE
    }

    private final ProcessReferences subjects;
    private final PaymentService payments;

    RecordSettlement(ProcessReferences subjects, PaymentService payments) {
        this.subjects = subjects;
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (Person.answer(execution, OrderVariables.SETTLEMENT, Settlement.class) == Settlement.RETRY) {
            return;
        }
        RefundId refund = subjects.refundOf(execution);
        String reference = Person.text(execution, OrderVariables.SETTLEMENT_REFERENCE);
        Person.checked(() -> {
            try {
                payments.settleOutside(refund, reference);
                return refund;
            } catch (IllegalStateException e) {
                throw Person.refuse("the refund is settled meanwhile, or the gateway is being asked for it");
            }
        });
    }
}
