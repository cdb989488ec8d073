package io.orderflow.process.forms;

import io.orderflow.returns.ReturnFacts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ready-made answers to an inspection, as the JSON text that completes the task. They fit most parcels. */
final class InspectionChoices {

    private InspectionChoices() {}

    static List<Map<String, String>> of(List<ReturnFacts.Item> items) {
        return List.of(
                choice(
                        "Everything accepted and refunded, all back on the shelf",
                        json(items, InspectionChoices::all, true)),
                choice("Everything accepted and refunded, all written off", json(items, InspectionChoices::all, false)),
                choice("Nothing accepted: no refund, the return ends rejected", json(items, item -> 0, false)),
                choice("It differs by line", "BY_LINE"));
    }

    /** Returns a text in which everything is accepted and back on the shelf, for a person to edit. */
    static String lineByLine(List<ReturnFacts.Item> items) {
        return json(items, InspectionChoices::all, true);
    }

    private static Map<String, String> choice(String label, String value) {
        return Map.of("label", label, "value", value);
    }

    private static int all(ReturnFacts.Item item) {
        return item.quantity().pieces();
    }

    private static String json(
            List<ReturnFacts.Item> items, Function<ReturnFacts.Item, Integer> accepted, boolean restock) {
        return items.stream()
                .map(item -> "  {\"sku\": \"%s\", \"accepted\": %d, \"restock\": %b}"
                        .formatted(item.sku(), accepted.apply(item), restock))
                .collect(Collectors.joining(",\n", "[\n", "\n]"));
    }
}
