package io.orderflow.process;

import io.orderflow.shared.OrderNumber;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Lets processes go on from where they wait, in the transaction of whoever tells them. */
@Component
class Waits {

    private final RuntimeService runtime;

    Waits(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /**
     * Ends a wait of the order that there must be.
     *
     * @param told variables for what comes next
     * @throws ConcurrencyFailureException when nobody waits there (any more, or yet)
     */
    void end(OrderWait wait, OrderNumber order, Map<String, Object> told) {
        if (!endAny(waiting(wait, order), told)) {
            throw new ConcurrencyFailureException("the process of order " + order + " does not wait at " + wait.inDiagram());
        }
    }

    /** As {@link #end}, where there need not be one; returns whether there was. */
    boolean endIfThere(OrderWait wait, OrderNumber order, Map<String, Object> told) {
        return endAny(waiting(wait, order), told);
    }

    /** As {@link #endIfThere}, only where the process has the variable with this value. */
    boolean endIfThere(OrderWait wait, OrderNumber order, String variable, String value, Map<String, Object> told) {
        return endAny(waiting(wait, order).processVariableValueEquals(variable, value), told);
    }

    private ExecutionQuery waiting(OrderWait wait, OrderNumber order) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(order.value()).activityId(wait.inDiagram()).active();
    }

    private boolean endAny(ExecutionQuery waiting, Map<String, Object> told) {
        List<Execution> found = waiting.list();
        found.forEach(execution -> OrderCorrelation.guarded(() -> runtime.signal(execution.getId(), told)));
        return !found.isEmpty();
    }
}
