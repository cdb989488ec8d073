package io.orderflow.process;

import io.orderflow.cases.CaseId;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.CaseView;
import io.orderflow.payment.PaymentService;
import io.orderflow.payment.RefundFacts;
import io.orderflow.payment.RefundId;
import io.orderflow.returns.ReturnId;
import io.orderflow.shared.OrderNumber;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Reads what an instance is about: the ids in its variables, each held against its business key. Another's is a
 * failure, so that a person looks at it before anything happens to that.
 */
@Component
public class ProcessReferences {

    private final PaymentService payments;
    private final CaseRegister cases;

    ProcessReferences(PaymentService payments, CaseRegister cases) {
        this.payments = payments;
        this.cases = cases;
    }

    /**
     * The return that the process carries out.
     *
     * @throws IllegalStateException when it is another order's
     */
    public ReturnId returnOf(DelegateExecution execution) {
        ReturnId id = new ReturnId(OrderVariables.text(execution, OrderVariables.RETURN_ID));
        require(id.isOf(OrderStep.order(execution)), execution, id);
        return id;
    }

    /**
     * The refund that the process is about.
     *
     * @throws IllegalStateException when it is another order's
     */
    public RefundId refundOf(DelegateExecution execution) {
        RefundId id = new RefundId(OrderVariables.text(execution, OrderVariables.REFUND_ID));
        OrderNumber order = OrderStep.order(execution);
        require(payments.facts(id).order().equals(order), execution, id);
        return id;
    }

    /** The refund that the process is about; empty when there was nothing to refund, so that none was asked for. */
    public Optional<RefundFacts> refundIfAny(DelegateExecution execution) {
        RefundId id = new RefundId(OrderVariables.text(execution, OrderVariables.REFUND_ID));
        Optional<RefundFacts> found = payments.find(id);
        found.ifPresent(refund -> require(refund.order().equals(OrderStep.order(execution)), execution, id));
        return found;
    }

    /**
     * The case that the process resolves.
     *
     * @throws IllegalStateException when there is none, or it is about something else than the process
     */
    public CaseView caseOf(DelegateExecution execution) {
        CaseId id = CaseId.of(OrderVariables.text(execution, CaseVariables.CASE_ID));
        CaseView found = cases.find(id).orElseThrow(() -> new IllegalStateException("no case " + id));
        String about = found.orderNumber() == null
                ? found.reference()
                : found.orderNumber().value();
        require(about.equals(execution.getProcessBusinessKey()), execution, id);
        return found;
    }

    private static void require(boolean own, DelegateExecution execution, Object id) {
        if (!own) {
            throw new IllegalStateException(
                    "%s does not belong to %s".formatted(id, execution.getProcessBusinessKey()));
        }
    }
}
