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

/** Writes into an order's audit trail who completed which task of it with which answer. */
class TaskTrail {

    private static final int LONGEST_TEXT = 1000;

    private final RuntimeService runtime;
    private final LoggedIn loggedIn;
    private final ObjectProvider<OrderProgress> orders; // exists only after the engine
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
     * @param told what the trail tells of the answer
     * @param named what it only names
     */
    void write(Task task, Map<String, Object> told, Set<String> named) {
        Map<String, Object> answer = new LinkedHashMap<>(told);
        answer.replaceAll((name, value) -> value instanceof String text ? cut(text) : value);
        loggedIn.asNobody(() -> order(task))
                .ifPresent(order -> orders.getObject()
                        .noteTask(order, task.getTaskDefinitionKey(), answer, named, loggedIn.actor()));
    }

    /** A case about no order has what it is about for a business key, and that may look like anything. */
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

    /** What is longer is kept with the return or the refund. */
    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
    }
}
