package io.orderflow.process.answers;

import io.orderflow.shared.Actor;
import java.util.Arrays;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The person who has just completed a user task, and what they answered. */
@Component
public class Person {

    private final LoggedIn loggedIn;

    Person(IdentityService identity) {
        this.loggedIn = new LoggedIn(identity);
    }

    /** Returns who is logged in; the system if nobody is. */
    public Actor actor() {
        return loggedIn.actor();
    }

    /** Returns the text that the person gave; null if they gave none. Anything but a text is refused. */
    public static @Nullable String text(DelegateExecution execution, String variable) {
        Object value = execution.getVariable(variable);
        if (value != null && !(value instanceof String)) {
            throw refuse(variable + " must be a text");
        }
        return (String) value;
    }

    /**
     * Returns the answer that the person chose. An answer that the diagram does not know is refused, and the task stays
     * open.
     */
    public static <E extends Enum<E>> E answer(DelegateExecution execution, String variable, Class<E> answers) {
        String given = text(execution, variable);
        for (E answer : answers.getEnumConstants()) {
            if (answer.name().equals(given)) {
                return answer;
            }
        }
        throw refuse(variable + " must be one of " + Arrays.toString(answers.getEnumConstants()));
    }

    /** Calls a module with an answer. If the module refuses it, the person reads why, and the task stays open. */
    public static <T> T checked(Supplier<T> taking) {
        try {
            return taking.get();
        } catch (IllegalArgumentException e) {
            throw refuse(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the exception that refuses an answer. The person reads the message, and the task stays open. */
    public static BadUserRequestException refuse(String message) {
        return RefusedAnswers.because(message);
    }
}
