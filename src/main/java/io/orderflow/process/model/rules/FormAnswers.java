package io.orderflow.process.model.rules;

import io.orderflow.process.answers.TaskAnswers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields that the form of one of our tasks must ask for: exactly what completes the task.
 *
 * @param choice the field by which a person decides
 * @param answers the choices, as the form writes them; empty if the application offers them
 * @param offered the name under which the application offers the choices; empty if the form has them
 * @param texts the other fields, and the answer for which each is shown
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

    /** Returns all fields. */
    Set<String> fields() {
        return Stream.concat(Stream.of(choice()), texts().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
