package io.orderflow.process.answers;

import io.orderflow.cases.CaseId;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.CaseView;
import io.orderflow.order.progress.OrderProgress;
import io.orderflow.process.CaseVariables;
import io.orderflow.shared.OrderNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;

/** The entries in an order's audit trail of who completed which task with which answer. */
class TaskTrail {

    private static final int LONGEST_TEXT = 1000;

    private final RuntimeService runtime;
    private final LoggedIn loggedIn;
    private final ObjectProvider<OrderProgress> orders; // These beans exist only after the engine.
    private final ObjectProvider<CaseRegister> cases;

    TaskTrail(
            RuntimeService runtime,
            LoggedIn loggedIn,
            ObjectProvider<OrderProgress> orders,
            ObjectProvider<CaseRegister> cases) {
        this.runtime = runtime;
        this.loggedIn = loggedIn;
        this.orders = orders;
        this.cases = cases;
    }

    /**
     * Writes an entry, if the task belongs to an order.
     *
     * @param told the answers with their values
     * @param named the answers of which the trail has only the names
     */
    void write(Task task, Map<String, Object> told, Set<String> named) {
        Map<String, Object> answer = new LinkedHashMap<>(told);
        answer.replaceAll((name, value) -> value instanceof String text ? cut(text) : value);
        loggedIn.asNobody(() -> order(task))
                .ifPresent(order -> orders.getObject()
                        .noteTask(order, task.getTaskDefinitionKey(), answer, named, loggedIn.actor()));
    }

    /**
     * Returns the order of the task. The business key of a case that is about no order may look like the number of an
     * order.
     */
    private Optional<OrderNumber> order(Task task) {
        if (task.getProcessInstanceId() == null) {
            return Optional.empty();
        }
        if (runtime.getVariable(task.getExecutionId(), CaseVariables.CASE_ID) instanceof String id) {
            return cases.getObject().find(CaseId.of(id)).map(CaseView::orderNumber);
        }
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult())
                .map(ProcessInstance::getBusinessKey)
                .filter(OrderNumber::fits)
                .map(OrderNumber::new);
    }

    /** Cuts a long text. The return or the refund keeps all of it. */
    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
    }
}
