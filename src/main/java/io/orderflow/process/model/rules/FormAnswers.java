package io.orderflow.process.model.rules;

import io.orderflow.process.answers.TaskAnswers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the form of one of our tasks has to ask for: exactly what completes the task.
 *
 * @param task what completes it
 * @param offered under which name the application offers the choices; empty where the form says them itself
 * @param needing for which answer the other fields are shown, as the form writes it
 */
record FormAnswers(TaskAnswers task, String offered, String needing) {

    /** By the ids of the tasks. */
    static final Map<String, FormAnswers> OF = Stream.of(
                    new FormAnswers(TaskAnswers.APPROVE_RETURN, "", "\"REJECT\""),
                    new FormAnswers(TaskAnswers.RECEIVE_GOODS, "", "false"),
                    new FormAnswers(TaskAnswers.INSPECT_RETURN, "inspectionChoices", "\"BY_LINE\""),
                    new FormAnswers(TaskAnswers.RESOLVE_SHIPPING_FAILURE, "", "\"SHIP_AGAIN\""),
                    new FormAnswers(TaskAnswers.SETTLE_REFUND, "", "\"SETTLED_OUTSIDE\""),
                    new FormAnswers(TaskAnswers.RESOLVE_CASE, "outcomeChoices", "\"EXPLAINED\""))
            .collect(Collectors.toUnmodifiableMap(form -> form.task().task(), Function.identity()));

    /** The field by which a person decides. */
    String choice() {
        return task.choice();
    }

    /** What can be chosen, as the form writes it. */
    List<String> answers() {
        return task.choices().stream()
                .map(answer -> answer instanceof String ? "\"" + answer + "\"" : String.valueOf(answer))
                .toList();
    }

    /** The other fields. */
    List<String> texts() {
        return task.texts();
    }

    /** All fields. */
    Set<String> fields() {
        return Stream.concat(Stream.of(choice()), texts().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
