package io.orderflow.process.answers;

import static io.orderflow.process.answers.AnswerField.neededText;
import static io.orderflow.process.answers.AnswerField.oneOf;
import static io.orderflow.process.answers.AnswerField.privateText;
import static io.orderflow.process.answers.AnswerField.text;
import static io.orderflow.process.answers.AnswerField.yesOrNo;

import io.orderflow.cases.CaseOutcome;
import io.orderflow.process.CaseVariables;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.Step;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** The user tasks of our own diagrams, each with exactly the variables that complete it. */
public enum TaskAnswers implements AnswerRule {
    APPROVE_RETURN(
            Step.APPROVE_RETURN,
            oneOf(OrderVariables.RETURN_DECISION, "APPROVE", "REJECT"),
            text(OrderVariables.DECISION_REASON)),
    /** A completion without variables says that the goods have come. */
    RECEIVE_GOODS(Step.RECEIVE_GOODS, yesOrNo(OrderVariables.RECEIVED), text(OrderVariables.RECEIPT_NOTE)),
    INSPECT_RETURN(Step.INSPECT_RETURN, neededText(OrderVariables.INSPECTION), text(OrderVariables.INSPECTION_BY_LINE)),
    RESOLVE_SHIPPING_FAILURE(
            Step.RESOLVE_SHIPPING_FAILURE,
            oneOf(OrderVariables.RESOLUTION, "SHIP_AGAIN", "GIVE_UP_RESTOCK", "GIVE_UP_WRITE_OFF"),
            privateText("recipient"),
            privateText("phone"),
            privateText("line1"),
            privateText("line2"),
            privateText("city"),
            privateText("postalCode")),
    SETTLE_REFUND(
            Step.SETTLE_REFUND,
            oneOf(OrderVariables.SETTLEMENT, "RETRY", "SETTLED_OUTSIDE"),
            text(OrderVariables.SETTLEMENT_REFERENCE)),
    RESOLVE_CASE(Step.RESOLVE_CASE, oneOf(CaseVariables.OUTCOME, CaseOutcome.class), privateText(CaseVariables.NOTE));

    private final Step task;
    private final List<AnswerField> answers;

    TaskAnswers(Step task, AnswerField... answers) {
        this.task = task;
        this.answers = List.of(answers);
    }

    /** Returns the answers of a task, by its definition key; empty for a task that is not ours. */
    static Optional<TaskAnswers> of(String task) {
        return Stream.of(values())
                .filter(row -> row.task.inDiagram().equals(task))
                .findFirst();
    }

    /** Returns the names of all variables of all tasks. */
    public static Set<String> names() {
        return Arrays.stream(values())
                .flatMap(row -> row.answers.stream())
                .map(AnswerField::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the names that no field of an analyst's own task may have, because the application uses them. */
    public static Set<String> taken() {
        return Stream.of(FreeAnswers.OURS, FreeAnswers.ENGINES, names())
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The task's id in the diagram. */
    public String task() {
        return task.inDiagram();
    }

    /** The variable by which a person decides, which comes first. */
    public String choice() {
        return answers.get(0).name();
    }

    /** What it may be; empty for any text. */
    public List<?> choices() {
        return answers.get(0).choices();
    }

    /** The variables that may come with the decision. */
    public List<String> texts() {
        return answers.stream().skip(1).map(AnswerField::name).toList();
    }

    List<AnswerField> answers() {
        return answers;
    }

    @Override
    public void check(Map<String, @Nullable Object> given) {
        Set<String> known = answers.stream().map(AnswerField::name).collect(Collectors.toSet());
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw RefusedAnswers.because("%s is no answer to %s".formatted(name, task.inDiagram()));
                });
        answers.forEach(answer -> answer.check(given.get(answer.name())));
    }

    /** Returns the variables. What a gateway reads is stored; the others are not, so texts may be of any length. */
    @Override
    public VariableMap variables(Map<String, @Nullable Object> given) {
        VariableMap variables = Variables.createVariables();
        answers.forEach(answer -> {
            Object value = given.get(answer.name());
            if (value != null) {
                variables.put(answer.name(), answer.isPassing() ? passing(value) : value);
            }
        });
        return variables;
    }

    private static TypedValue passing(Object value) {
        return value instanceof Boolean yes
                ? Variables.booleanValue(yes, true)
                : Variables.stringValue((String) value, true);
    }

    @Override
    public Set<String> passing() {
        return answers.stream()
                .filter(AnswerField::isPassing)
                .map(AnswerField::name)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, Object> told(Map<String, @Nullable Object> given) {
        return chosen(given, true);
    }

    @Override
    public Set<String> named(Map<String, @Nullable Object> given) {
        return chosen(given, false).keySet();
    }

    private Map<String, Object> chosen(Map<String, @Nullable Object> given, boolean told) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        answers.stream()
                .filter(answer -> answer.told() == told)
                .map(AnswerField::name)
                .filter(name -> given.get(name) != null && !"".equals(given.get(name)))
                .forEach(name -> chosen.put(name, given.get(name)));
        return chosen;
    }
}
