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

/** For a task that an analyst has drawn: any plain variable that means nothing to the application. */
class FreeAnswers implements AnswerRule {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");
    private static final int LONGEST_TEXT = 4000;
    private static final int MOST = 50;

    /** What delegates, gateways, timers and decision tables of ours go by; no person ever sets one of these. */
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
    /** What the engine itself puts under these names for expressions to use. */
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

    /** A variable of a delegate's name would take its place in expressions. */
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

    /** Nobody knows whether they are personal. */
    @Override
    public Set<String> named(Map<String, @Nullable Object> given) {
        return given.keySet();
    }
}
