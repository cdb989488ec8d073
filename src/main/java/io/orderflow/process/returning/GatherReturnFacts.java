package io.orderflow.process.returning;

import io.orderflow.process.OrderVariables;
import io.orderflow.process.ProcessReferences;
import io.orderflow.returns.ReturnFacts;
import io.orderflow.returns.ReturnId;
import io.orderflow.returns.ReturnService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The delegate of <em>Gather return facts</em>, which the decision table reads. A repeat gathers them again. */
@Component
class GatherReturnFacts extends ReturnStep {

    private final ReturnService returns;

    GatherReturnFacts(ProcessReferences subjects, ReturnService returns) {
        super(subjects);
        this.returns = returns;
    }

    @Override
    void execute(DelegateExecution execution, ReturnId id) {
        ReturnFacts facts = returns.facts(id);
        execution.setVariable(OrderVariables.RETURN_WINDOW, facts.window().name());
        execution.setVariable(OrderVariables.RETURN_REASON, facts.reason().name());
        execution.setVariable(OrderVariables.RETURN_AMOUNT, facts.refund().won());
        execution.setVariable(OrderVariables.EARLIER_RETURNS, facts.earlierReturns());
    }
}
