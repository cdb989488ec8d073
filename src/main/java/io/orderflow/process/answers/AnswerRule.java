package io.orderflow.process.answers;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The rule of which variables complete a task, and what becomes of them. They are plain values by name. */
interface AnswerRule {

    /**
     * Checks an answer.
     *
     * @throws org.camunda.bpm.engine.BadUserRequestException if it is not allowed; the message is for the person
     */
    void check(Map<String, @Nullable Object> given);

    /** Returns the variables that the engine gets. */
    VariableMap variables(Map<String, @Nullable Object> given);

    /** Returns the variables of which nothing may be left of an earlier task when this one is completed. */
    Set<String> passing();

    /** Returns the part of an answer whose values the audit trail has. */
    Map<String, Object> told(Map<String, @Nullable Object> given);

    /** Returns the variables of which the audit trail has only the names. */
    Set<String> named(Map<String, @Nullable Object> given);
}
