package io.orderflow.process.engine;

import io.orderflow.process.CaseVariables;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * A list of Tasklist. They are in the order in which Tasklist shows them. Columns are process variables, so none is
 * personal.
 */
enum TaskList {
    RETURNS_TO_DECIDE(
            "Returns to decide",
            "#1f6feb",
            "Customers wait for our answer",
            columns(
                    OrderVariables.RETURN_ID,
                    "Return",
                    OrderVariables.RETURN_REASON,
                    "Reason",
                    OrderVariables.RETURN_AMOUNT,
                    "Refund in won",
                    OrderVariables.SUGGESTION,
                    "Suggestion"),
            Step.APPROVE_RETURN),
    GOODS_TO_INSPECT(
            "Goods to inspect",
            "#8250df",
            "Goods that are on their way back, or here",
            columns(
                    OrderVariables.RETURN_ID,
                    "Return",
                    OrderVariables.RETURN_REASON,
                    "Reason",
                    OrderVariables.RETURN_AMOUNT,
                    "Refund in won"),
            Step.INSPECT_RETURN,
            Step.RECEIVE_GOODS),
    SHIPPING_FAILURES(
            "Shipping failures",
            "#bc4c00",
            "Parcels that did not arrive",
            columns(OrderVariables.FAILURE_KIND, "What failed"),
            Step.RESOLVE_SHIPPING_FAILURE),
    REFUNDS_TO_SETTLE(
            "Refunds to settle",
            "#cf222e",
            "Money that is owed to customers",
            columns(OrderVariables.REFUND_ID, "Refund"),
            Step.SETTLE_REFUND),
    CASES(
            "Cases",
            "#9a6700",
            "What does not add up",
            columns(CaseVariables.CASE_ID, "Case", CaseVariables.CASE_KIND, "What was found"),
            Step.RESOLVE_CASE),
    MINE("Mine", "#1a7f37", "What I have claimed", everyColumn()) {
        @Override
        TaskQuery narrow(TaskQuery tasks) {
            return tasks.taskAssigneeExpression("${currentUser()}");
        }
    },
    OVERDUE("Overdue", "#82071e", "What should have been done by now", everyColumn()) {
        @Override
        TaskQuery narrow(TaskQuery tasks) {
            return super.narrow(tasks).dueBeforeExpression("${now()}");
        }
    },
    /** The list that also has the tasks that analysts add. */
    ALL("Tasks of my groups", "#57606a", "Everything that waits for people of my groups", everyColumn());

    private final String title;
    private final String colour;
    private final String description;
    private final Map<String, String> columns;
    private final List<Step> tasks;

    TaskList(String title, String colour, String description, Map<String, String> columns, Step... tasks) {
        this.title = title;
        this.colour = colour;
        this.description = description;
        this.columns = columns;
        this.tasks = List.of(tasks);
    }

    String title() {
        return title;
    }

    String colour() {
        return colour;
    }

    String description() {
        return description;
    }

    /** Returns the labels of columns by the names of variables. */
    Map<String, String> columns() {
        return columns;
    }

    /** Narrows the query to this list. Claimed tasks are included, so that colleagues see who works on them. */
    TaskQuery narrow(TaskQuery all) {
        return tasks.isEmpty()
                ? all.taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks()
                : all.taskCandidateGroup("ops")
                        .includeAssignedTasks()
                        .taskDefinitionKeyIn(tasks.stream().map(Step::inDiagram).toArray(String[]::new));
    }

    private static Map<String, String> everyColumn() {
        return columns(
                OrderVariables.RETURN_ID,
                "Return",
                OrderVariables.REFUND_ID,
                "Refund",
                OrderVariables.FAILURE_KIND,
                "What failed");
    }

    private static Map<String, String> columns(String... namesAndLabels) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndLabels.length; i += 2) {
            columns.put(namesAndLabels[i], namesAndLabels[i + 1]);
        }
        return columns;
    }
}
