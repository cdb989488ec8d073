package io.orderflow.process.answers;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variable with which a person answers a task.
 *
 * @param name the name of the variable
 * @param choices the allowed values; empty if any text is allowed
 * @param needed whether the answer must have it
 * @param told whether the audit trail has its value; otherwise it has only its name
 */
record AnswerField(String name, List<?> choices, boolean needed, boolean told) {

    /** Returns a needed choice, by which a gateway decides. */
    static AnswerField oneOf(String name, String... choices) {
        return new AnswerField(name, List.of(choices), true, true);
    }

    static AnswerField oneOf(String name, Class<? extends Enum<?>> choices) {
        return oneOf(
                name, Arrays.stream(choices.getEnumConstants()).map(Enum::name).toArray(String[]::new));
    }

    /** Returns a choice that may be missing. */
    static AnswerField yesOrNo(String name) {
        return new AnswerField(name, List.of(true, false), false, true);
    }

    static AnswerField text(String name) {
        return new AnswerField(name, List.of(), false, true);
    }

    static AnswerField neededText(String name) {
        return new AnswerField(name, List.of(), true, true);
    }

    /**
     * Returns a text whose value is left out of the audit trail, because not everybody who reads the trail may see it.
     */
    static AnswerField privateText(String name) {
        return new AnswerField(name, List.of(), false, false);
    }

    boolean isText() {
        return choices.isEmpty();
    }

    /** Returns whether only the step behind the task reads it. What a gateway reads is stored. */
    boolean isPassing() {
        return isText() || !needed;
    }

    /**
     * Checks a value.
     *
     * @param value null if none was given
     * @throws org.camunda.bpm.engine.BadUserRequestException if it is not allowed
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
