package io.orderflow.process.returning;

import io.orderflow.process.OrderVariables;
import io.orderflow.process.ProcessReferences;
import io.orderflow.process.answers.Person;
import io.orderflow.returns.ReturnId;
import io.orderflow.returns.ReturnService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Record decision</em>: it stores how a person decided about a return, and refuses an answer that
 * is not allowed.
 */
@Component
class RecordDecision extends ReturnStep {

    private enum Decision {
        APPROVE,
        REJECT
    }

    private final ReturnService returns;
    private final Person person;

    RecordDecision(ProcessReferences subjects, ReturnService returns, Person person) {
        super(subjects);
        this.returns = returns;
        this.person = person;
    }

    @Override
    void execute(DelegateExecution execution, ReturnId id) {
        Decision decision = Person.answer(execution, OrderVariables.RETURN_DECISION, Decision.class);
        String reason = Person.text(execution, OrderVariables.DECISION_REASON);
        Person.checked(() -> {
            if (decision == Decision.APPROVE) {
                returns.approve(id, person.actor(), reason);
            } else {
                returns.reject(id, person.actor(), reason);
            }
            return id;
        });
    }
}
