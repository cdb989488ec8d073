package io.orderflow.process.answers;

import io.orderflow.process.CaseVariables;
import io.orderflow.process.OrderVariables;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/**
 * The rule for a task that an analyst has added: it takes what its form asks for or, without a form, any plain
 * variable. It takes no variable that the application uses itself. What an earlier answer to the same task left is
 * removed, so that no step takes it for a later one. Without a form, a variable of the process keeps the names of what
 * was given.
 */
class FreeAnswers implements AnswerRule {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,74}");
    private static final int LONGEST_TEXT = 4000;
    private static final int MOST = 50;
    /** The beginning of the names of variables that keep, for a task without a form, what was given last. */
    private static final String GIVEN_BEFORE = "givenBeforeAt_";

    /** The variables that delegates, gateways, timers and decision tables use. No person sets one of these. */
    static final Set<String> OURS = Set.of(
            OrderVariables.CALL_OFF_REASON,
            OrderVariables.SHORTAGES,
            OrderVariables.RESULT,
            OrderVariables.PAYMENT,
            OrderVariables.HAND_OVER,
            OrderVariables.DELIVERY,
            OrderVariables.OCCURRED_AT,
            OrderVariables.REFUND_ID,
            OrderVariables.CHARGE_STATUS,
            OrderVariables.REFUND_STATUS,
            OrderVariables.BOOKING_STATUS,
            OrderVariables.RECALL_STATUS,
            OrderVariables.RETURN_ID,
            OrderVariables.RETURN_RESULT,
            CaseVariables.CASE_ID,
            CaseVariables.CASE_KIND,
            OrderVariables.FAILURE_KIND,
            "failureDetail",
            OrderVariables.RECEIPT,
            OrderVariables.RETURN_REASON,
            OrderVariables.RETURN_AMOUNT,
            OrderVariables.EARLIER_RETURNS,
            OrderVariables.RETURN_WINDOW,
            "decisionResult",
            OrderVariables.SUGGESTION,
            "suggestionReason",
            "decisionDue");
    /** The names that the engine itself gives to expressions. */
    static final Set<String> ENGINES = Set.of(
            "execution",
            "task",
            "externalTask",
            "authenticatedUserId",
            "loopCounter",
            "nrOfInstances",
            "nrOfActiveInstances",
            "nrOfCompletedInstances");

    private final BeanFactory beans;
    private final Optional<FormFields> form;
    private final String givenBefore;
    private final String before;

    private FreeAnswers(BeanFactory beans, Optional<FormFields> form, String givenBefore, String before) {
        this.beans = beans;
        this.form = form;
        this.givenBefore = givenBefore;
        this.before = before;
    }

    static FreeAnswers of(Task task, BeanFactory beans, FormService forms, TaskService tasks) {
        String givenBefore = GIVEN_BEFORE + task.getTaskDefinitionKey();
        return new FreeAnswers(
                beans,
                FormFields.of(task, forms),
                givenBefore,
                Objects.toString(tasks.getVariable(task.getId(), givenBefore), ""));
    }

    @Override
    public void check(Map<String, @Nullable Object> given) {
        if (given.size() > MOST) {
            throw RefusedAnswers.because("an answer has at most %d variables".formatted(MOST));
        }
        form.ifPresent(fields -> fields.check(given));
        given.forEach((name, value) -> {
            if (!isFree(name)) {
                throw RefusedAnswers.because("%s cannot be set by a person".formatted(name));
            }
            if (value instanceof String text) {
                checkLength(name, text);
            }
        });
    }

    /**
     * Returns whether a person may set this variable. A variable with the name of a bean would hide the bean in
     * expressions.
     */
    private boolean isFree(String name) {
        return NAME.matcher(name).matches()
                && !TaskAnswers.taken().contains(name)
                && !name.startsWith(GIVEN_BEFORE)
                && !beans.containsBean(name);
    }

    private static void checkLength(String name, String text) {
        PlainValues.checkText(name, text);
        if (text.length() > LONGEST_TEXT) {
            throw RefusedAnswers.because("%s must be at most %d characters".formatted(name, LONGEST_TEXT));
        }
    }

    @Override
    public VariableMap variables(Map<String, @Nullable Object> given) {
        VariableMap variables = Variables.fromMap(given);
        return form.isPresent() || given.isEmpty() && before.isEmpty()
                ? variables
                : variables.putValue(givenBefore, String.join(" ", new TreeSet<>(given.keySet())));
    }

    /** Returns what was asked for before, but no variable of ours: a field of a form may have the name of one. */
    @Override
    public Set<String> passing() {
        return form.map(fields -> fields.keys().stream())
                .orElseGet(() -> Stream.of(before.split(" ")))
                .filter(this::isFree)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, Object> told(Map<String, @Nullable Object> given) {
        return Map.of();
    }

    /** Returns all names, because the values may be personal data. */
    @Override
    public Set<String> named(Map<String, @Nullable Object> given) {
        return given.keySet();
    }
}
