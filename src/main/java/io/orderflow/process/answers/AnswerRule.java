package io.orderflow.process.answers;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person may hand in when they complete a task, and what becomes of it. All is given as plain values by name.
 */
interface AnswerRule {

    /** @throws org.camunda.bpm.engine.BadUserRequestException when that is not exactly an answer; a person reads why */
    void check(Map<String, @Nullable Object> given);

    /** What goes into the engine. */
    VariableMap variables(Map<String, @Nullable Object> given);

    /**
     * Which variables are for the step behind the task alone: what an earlier task left of them must be gone by then.
     */
    Set<String> passing();

    /** What the audit trail tells of an answer. */
    Map<String, Object> told(Map<String, @Nullable Object> given);

    /** What the audit trail only names. */
    Set<String> named(Map<String, @Nullable Object> given);
}
