package io.orderflow.process.answers;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One variable with which a person answers a task.
 *
 * @param name the variable's name
 * @param choices what it may be; empty for any text
 * @param needed whether there is no answer without it
 * @param told whether the audit trail says what was given; else it says only that something was
 */
record AnswerField(String name, List<?> choices, boolean needed, boolean told) {

    /** What gateways go by. */
    static AnswerField oneOf(String name, String... choices) {
        return new AnswerField(name, List.of(choices), true, true);
    }

    static AnswerField oneOf(String name, Class<? extends Enum<?>> choices) {
        return oneOf(
                name, Arrays.stream(choices.getEnumConstants()).map(Enum::name).toArray(String[]::new));
    }

    /** What means something too when nothing is said. */
    static AnswerField yesOrNo(String name) {
        return new AnswerField(name, List.of(true, false), false, true);
    }

    static AnswerField text(String name) {
        return new AnswerField(name, List.of(), false, true);
    }

    static AnswerField neededText(String name) {
        return new AnswerField(name, List.of(), true, true);
    }

    /** What is kept elsewhere and is not for everybody who may read the trail. */
    static AnswerField discreetText(String name) {
        return new AnswerField(name, List.of(), false, false);
    }

    boolean isText() {
        return choices.isEmpty();
    }

    /** Whether it is for the step behind the task alone; what gateways go by is stored. */
    boolean isPassing() {
        return isText() || !needed;
    }

    /**
     * @param value null when nothing was given
     * @throws org.camunda.bpm.engine.BadUserRequestException when that is no answer
     */
    void check(@Nullable Object value) {
        if (value == null || needed && "".equals(value)) {
            if (needed) {
                throw RefusedAnswers.because(
                        "%s must be %s".formatted(name, isText() ? "a text" : "one of " + choices));
            }
        } else if (isText()) {
            PlainValues.checkText(name, value);
        } else if (!choices.contains(value)) {
            throw RefusedAnswers.because("%s must be one of %s".formatted(name, choices));
        }
    }
}
