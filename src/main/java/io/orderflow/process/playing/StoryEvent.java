package io.orderflow.process.playing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of a story.
 *
 * @param kind what happens
 * @param subject to what: the name of a step, the id of a task, the name of a message, or a time such as {@code P2D}
 * @param values what the step or wait tells, or how the person answers, by the names of variables
 */
public record StoryEvent(Kind kind, String subject, Map<String, String> values) {

    /** What happens. */
    public enum Kind {
        /** The step tells this when it is called next. */
        STEP_TELLS,
        /** The step refuses when it is called next; the value {@code code} is the code of the refusal. */
        STEP_REFUSES,
        /** The order is told something at a task where it waits. */
        WAIT_ENDS,
        /** A message comes for the order; {@code ReturnRequested} says in {@code pieces} how many are sent back. */
        MESSAGE,
        /** A person completes a task. */
        TASK,
        /** Time goes by, and what is due meanwhile happens. */
        LATER
    }

    /** The value that names the code of a refusal. */
    static final String CODE = "code";
    /** The value that says how many pieces are sent back. */
    static final String PIECES = "pieces";

    /** Makes an event of which nobody changes the values. */
    public StoryEvent(Kind kind, String subject, @Nullable Map<String, String> values) {
        this.kind = kind;
        this.subject = subject;
        this.values = values == null ? Map.of() : Map.copyOf(values);
    }
}
