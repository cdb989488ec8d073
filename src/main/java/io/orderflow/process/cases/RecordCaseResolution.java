package io.orderflow.process.cases;

import io.orderflow.cases.CaseOutcome;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.CaseView;
import io.orderflow.order.OrderReason;
import io.orderflow.order.progress.OrderProgress;
import io.orderflow.process.CaseVariables;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.ProcessReferences;
import io.orderflow.process.answers.Person;
import io.orderflow.process.watching.CaseResolutions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Record case resolution</em>: it stores how a person resolved a case. It refuses an answer that is
 * not allowed, or that does not fit the order as it is now.
 */
@Component
class RecordCaseResolution implements JavaDelegate {

    private final ProcessReferences subjects;
    private final CaseRegister cases;
    private final OrderProgress orders;
    private final CaseResolutions caseResolutions;
    private final Person person;

    RecordCaseResolution(
            ProcessReferences subjects,
            CaseRegister cases,
            OrderProgress orders,
            CaseResolutions caseResolutions,
            Person person) {
        this.subjects = subjects;
        this.cases = cases;
        this.orders = orders;
        this.caseResolutions = caseResolutions;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseOutcome outcome = Person.answer(execution, CaseVariables.OUTCOME, CaseOutcome.class);
        String note = Person.text(execution, CaseVariables.NOTE);
        CaseView found = subjects.caseOf(execution);
        if (outcome != CaseOutcome.EXPLAINED && found.orderNumber() != null) {
            orders.holdIfThere(found.orderNumber());
        }
        caseResolutions.whyNot(found, outcome).ifPresent(why -> {
            throw Person.refuse(CaseVariables.OUTCOME + " " + outcome + " is not possible: " + why);
        });
        Person.checked(() -> {
            cases.decide(found.caseId(), outcome, person.actor(), note);
            return found;
        });
        execution.setVariable(OrderVariables.CALL_OFF_REASON, OrderReason.OPS_DECISION.name());
    }
}
