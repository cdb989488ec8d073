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
 * The return, refund or case that a process instance is about. It is read by the id in a variable, which must belong to
 * the business key. Another id is a failure, so that a person looks at it before anything happens to the wrong one.
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
     * Returns the return that the process carries out.
     *
     * @throws IllegalStateException if it belongs to another order
     */
    public ReturnId returnOf(DelegateExecution execution) {
        ReturnId id = new ReturnId(OrderVariables.text(execution, OrderVariables.RETURN_ID));
        require(id.isOf(OrderStep.order(execution)), execution, id);
        return id;
    }

    /**
     * Returns the refund that the process is about.
     *
     * @throws IllegalStateException if it belongs to another order
     */
    public RefundId refundOf(DelegateExecution execution) {
        RefundId id = new RefundId(OrderVariables.text(execution, OrderVariables.REFUND_ID));
        OrderNumber order = OrderStep.order(execution);
        require(payments.facts(id).order().equals(order), execution, id);
        return id;
    }

    /**
     * Returns the refund that the process is about; empty if there was nothing to refund, so that none was requested.
     *
     * @throws IllegalStateException if it belongs to another order
     */
    public Optional<RefundFacts> refundIfAny(DelegateExecution execution) {
        RefundId id = new RefundId(OrderVariables.text(execution, OrderVariables.REFUND_ID));
        Optional<RefundFacts> found = payments.find(id);
        found.ifPresent(refund -> require(refund.order().equals(OrderStep.order(execution)), execution, id));
        return found;
    }

    /**
     * Returns the case that the process resolves.
     *
     * @throws IllegalStateException if there is none, or it is about something else than the process
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
