package io.orderflow.process.model.rules;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
record FormAnswers(String choice, List<String> answers, String offered, Map<String, String> texts) {

    /** The fields by the ids of the tasks. */
    static final Map<String, FormAnswers> OF = Map.ofEntries(
            entry(
                    "Task_ApproveReturn",
                    chosen("returnDecision", "\"APPROVE\"", "\"REJECT\"").with("\"REJECT\"", "decisionReason")),
            entry("Task_ReceiveGoods", chosen("received", "true", "false").with("false", "receiptNote")),
            entry(
                    "Task_InspectReturn",
                    offered("inspection", "inspectionChoices").with("\"BY_LINE\"", "inspectionByLine")),
            entry(
                    "Task_ResolveShippingFailure",
                    chosen("resolution", "\"SHIP_AGAIN\"", "\"GIVE_UP_RESTOCK\"", "\"GIVE_UP_WRITE_OFF\"")
                            .with("\"SHIP_AGAIN\"", "recipient", "phone", "line1", "line2", "city", "postalCode")),
            entry(
                    "Task_SettleRefund",
                    chosen("settlement", "\"RETRY\"", "\"SETTLED_OUTSIDE\"")
                            .with("\"SETTLED_OUTSIDE\"", "settlementReference")),
            entry("Task_ResolveCase", offered("outcome", "outcomeChoices").with("\"EXPLAINED\"", "note")));

    private static FormAnswers chosen(String choice, String... answers) {
        return new FormAnswers(choice, List.of(answers), "", Map.of());
    }

    private static FormAnswers offered(String choice, String offered) {
        return new FormAnswers(choice, List.of(), offered, Map.of());
    }

    private FormAnswers with(String answer, String... fields) {
        Map<String, String> shown = List.of(fields).stream()
                .collect(Collectors.toMap(field -> field, field -> answer, (one, same) -> one, LinkedHashMap::new));
        return new FormAnswers(choice, answers, offered, shown);
    }

    boolean asksFor(String field) {
        return field.equals(choice) || texts.containsKey(field);
    }

    /** Returns all fields. */
    Set<String> fields() {
        return Stream.concat(Stream.of(choice), texts.keySet().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
