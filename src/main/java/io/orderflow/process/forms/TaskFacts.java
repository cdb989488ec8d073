package io.orderflow.process.forms;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.cases.CaseId;
import io.orderflow.payment.RefundId;
import io.orderflow.process.CaseVariables;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.Step;
import io.orderflow.process.answers.TaskAnswers;
import io.orderflow.returns.ReturnId;
import io.orderflow.shared.OrderNumber;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The facts that the form of a task gets, in the types that the form reads. */
@Component
class TaskFacts {

    private static final JsonMapper JSON = new JsonMapper();

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final FactSheets sheets;

    TaskFacts(TaskService tasks, RuntimeService runtime, FactSheets sheets) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.sheets = sheets;
    }

    /** Adds the facts to the variables. Those of a task that is not ours, or that has ended, stay as they are. */
    void addTo(ObjectNode variables, String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || task.getProcessInstanceId() == null) {
            return;
        }
        Map<String, Object> found = factsOf(task);
        if (found.isEmpty()) {
            return;
        }
        variables.remove(TaskAnswers.names()); // These may be answers to an earlier task of the same kind.
        found.forEach((name, value) -> variables.set(name, variable(value)));
    }

    private Map<String, Object> factsOf(Task task) {
        return Step.of(task.getTaskDefinitionKey())
                .map(step -> factsOf(step, task))
                .orElse(Map.of());
    }

    private Map<String, Object> factsOf(Step step, Task task) {
        return switch (step) {
            case APPROVE_RETURN, RECEIVE_GOODS -> sheets.wantedReturn(returnId(task));
            case INSPECT_RETURN -> sheets.goodsToInspect(returnId(task));
            case RESOLVE_SHIPPING_FAILURE ->
                order(task)
                        .map(order -> sheets.shippingFailure(
                                order, task.getCreateTime().toInstant()))
                        .orElse(Map.of());
            case SETTLE_REFUND ->
                sheets.refundToSettle(
                        new RefundId(text(task, OrderVariables.REFUND_ID)),
                        task.getCreateTime().toInstant());
            case RESOLVE_CASE -> sheets.caseToResolve(CaseId.of(text(task, CaseVariables.CASE_ID)));
            default -> Map.of();
        };
    }

    private ReturnId returnId(Task task) {
        return new ReturnId(text(task, OrderVariables.RETURN_ID));
    }

    private String text(Task task, String variable) {
        return (String) tasks.getVariable(task.getId(), variable);
    }

    private Optional<OrderNumber> order(Task task) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult())
                .map(instance -> new OrderNumber(instance.getBusinessKey()));
    }

    /** Returns texts as they are, and tables and objects as the JSON text that the forms parse. */
    private static ObjectNode variable(Object value) {
        ObjectNode variable = JSON.createObjectNode();
        variable.putObject("valueInfo");
        if (value instanceof String text) {
            return variable.put("type", "String").put("value", text);
        }
        return variable.put("type", "Json").put("value", JSON.valueToTree(value).toString());
    }
}
