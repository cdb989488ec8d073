package io.orderflow.process.answers;

import io.orderflow.process.CaseVariables;
import io.orderflow.process.OrderVariables;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/**
 * The rule for a task that an analyst has added: it takes any plain variable that the application does not use itself.
 */
class FreeAnswers implements AnswerRule {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");
    private static final int LONGEST_TEXT = 4000;
    private static final int MOST = 50;

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
    private static final Set<String> ENGINES = Set.of(
            "execution",
            "task",
            "externalTask",
            "authenticatedUserId",
            "loopCounter",
            "nrOfInstances",
            "nrOfActiveInstances",
            "nrOfCompletedInstances");

    private final BeanFactory beans;

    FreeAnswers(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void check(Map<String, @Nullable Object> given) {
        if (given.size() > MOST) {
            throw RefusedAnswers.because("an answer has at most %d variables".formatted(MOST));
        }
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
                && !OURS.contains(name)
                && !ENGINES.contains(name)
                && !TaskAnswers.names().contains(name)
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
        return Variables.fromMap(given);
    }

    @Override
    public Set<String> passing() {
        return Set.of();
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
