package io.orderflow.process.model.rules;

import io.orderflow.process.model.ModelFinding;
import io.orderflow.process.model.rules.Limits.Limit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The rule that a user task is seen by staff who can do it and by no customer, and that its due date makes sense. */
@Component
class People implements DiagramRule {

    private static final String RULE = "people";
    /** The group that has rights to all tasks. */
    private static final String OPS = "ops";

    static final Set<String> CUSTOMERS = Set.of("customer", "customers");
    static final Set<String> GROUPS = Set.of(OPS, "analyst", "camunda-admin");

    private final Limits limits;

    People(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Stream<ModelFinding> check(Diagram diagram, Surroundings around) {
        Set<FlowNode> reached = diagram.reached();
        return diagram.all(UserTask.class).stream()
                .filter(reached::contains)
                .flatMap(task -> Stream.of(groups(diagram, task), times(diagram, task), priority(diagram, task))
                        .flatMap(findings -> findings));
    }

    private static Stream<ModelFinding> groups(Diagram diagram, UserTask task) {
        List<String> groups = list(task.getCamundaCandidateGroups());
        if (groups.stream().map(String::toLowerCase).anyMatch(CUSTOMERS::contains)) {
            return Stream.of(diagram.refused(
                    task,
                    RULE,
                    "its group is “customer”: customers would see the task and the order of somebody else, and could"
                            + " decide it.",
                    "Give it to ops."));
        }
        boolean anybody = task.getCamundaAssignee() != null
                || !list(task.getCamundaCandidateUsers()).isEmpty();
        if (!groups.contains(OPS) && !anybody && (isOurs(task) || !groups.isEmpty())) {
            return Stream.of(diagram.refused(
                    task,
                    RULE,
                    (groups.isEmpty() ? "nobody is asked to do it" : "its group is “" + String.join(", ", groups) + "”")
                            + ": nobody who can do it would see the task, and the order would wait for ever.",
                    "Give it to the group ops, with others beside it if you like."));
        }
        String unknown =
                groups.stream().filter(group -> !GROUPS.contains(group)).collect(Collectors.joining(", "));
        return unknown.isEmpty()
                ? Stream.empty()
                : Stream.of(diagram.warning(
                        task,
                        RULE,
                        "nobody is in the group “" + unknown + "” as the application comes.",
                        "Mind who is."));
    }

    private Stream<ModelFinding> times(Diagram diagram, UserTask task) {
        Stream<ModelFinding> due = objection(task.getCamundaDueDate()).stream()
                .map(why -> diagram.refused(
                        task,
                        RULE,
                        why + ": the task could not be made, or would be overdue or forgotten from the start.",
                        "Give a duration such as P1D."));
        Stream<ModelFinding> followUp = objection(task.getCamundaFollowUpDate()).stream()
                .map(why -> diagram.warning(task, RULE, why + " (follow-up date).", "Give a duration such as P1D."));
        Stream<ModelFinding> none = isOurs(task) && task.getCamundaDueDate() == null
                ? Stream.of(diagram.warning(
                        task, RULE, "it has no due date: nobody would see that it is late.", "Give one, such as P1D."))
                : Stream.empty();
        return Stream.of(due, followUp, none).flatMap(findings -> findings);
    }

    private Optional<String> objection(String time) {
        if (time == null || time.isBlank() || Times.isVariable(time)) {
            return Optional.empty();
        }
        return time.startsWith("P") ? limits.objection(Limit.DUE, time) : limits.past(time);
    }

    private static Stream<ModelFinding> priority(Diagram diagram, UserTask task) {
        return Stream.ofNullable(task.getCamundaPriority())
                .filter(priority -> priority.matches("-?\\d+"))
                .filter(priority -> Long.parseLong(priority) < 0 || Long.parseLong(priority) > Limits.HIGHEST_PRIORITY)
                .map(priority -> diagram.refused(
                        task,
                        RULE,
                        "its priority is " + priority
                                + ": it would stand above or below all others in everybody's list, whatever is urgent.",
                        "Give a number from 0 to " + Limits.HIGHEST_PRIORITY + "."));
    }

    private static boolean isOurs(UserTask task) {
        return Needed.of(Objects.requireNonNull(Diagram.processOf(task).getId()))
                .anyMatch(needed -> needed.id().equals(task.getId()));
    }

    private static List<String> list(String names) {
        return names == null
                ? List.of()
                : Arrays.stream(names.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }
}
