package io.orderflow.process.model.rules;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rules know of our processes as plain data, for the plug-in of Modeler. */
public final class SharedRules {

    private SharedRules() {}

    public static Map<String, Object> all() {
        Map<String, Object> shared = new TreeMap<>(Map.of(
                "processes", byName(Needed.PROCESSES.stream(), SharedRules::process),
                "waits", new TreeSet<>(Needed.waits()),
                "messages", new TreeMap<>(Needed.MESSAGES),
                "refusals", byName(Needed.REFUSALS.keySet().stream(), step -> new TreeSet<>(Needed.REFUSALS.get(step))),
                "reasons", new TreeSet<>(CaughtErrors.REASONS),
                "kinds",
                        byName(
                                Arrays.stream(Needed.Kind.values()).map(Enum::name),
                                kind -> Needed.Kind.valueOf(kind).toString()),
                "limits", byName(Arrays.stream(Limits.Limit.values()).map(Enum::name), SharedRules::limit),
                "most",
                        new TreeMap<>(Map.of(
                                "retries", Limits.MOST_RETRIES,
                                "reminders", Limits.MOST_REMINDERS,
                                "priority", Limits.HIGHEST_PRIORITY)),
                "groups", new TreeSet<>(People.GROUPS),
                "customers", new TreeSet<>(People.CUSTOMERS)));
        shared.put("answered", new TreeSet<>(FormAnswers.OF.keySet()));
        shared.put("topics", new TreeSet<>(Customers.topics()));
        shared.put("personal", Customers.PERSONAL.pattern().replace("(?i)", ""));
        return shared;
    }

    private static Map<String, Object> process(String process) {
        Skeleton must = Skeleton.of(process);
        return new TreeMap<>(Map.of(
                "needed", Needed.of(process).map(SharedRules::needed).toList(),
                "known", byName(must.known().stream(), id -> known(process, id)),
                "boundaries", new TreeMap<>(must.boundaries()),
                "undo", new TreeMap<>(must.undo()),
                "thrown", new TreeMap<>(must.thrown()),
                "saved", byName(must.saved().stream(), Losses::unsaved),
                "atOnce",
                        must.known().stream()
                                .filter(id -> Losses.isAtOnce(process, id))
                                .sorted()
                                .toList()));
    }

    private static Map<String, String> needed(Needed needed) {
        Map<String, String> shared = new LinkedHashMap<>();
        shared.put("id", needed.id());
        shared.put("kind", needed.kind().name());
        return shared;
    }

    private static Map<String, String> known(String process, String id) {
        return new TreeMap<>(Map.of(
                "label", Losses.label(id),
                "loss", Losses.of(process, id),
                "wrongly", Losses.wrongly(id)));
    }

    private static Map<String, Object> limit(String name) {
        Limits.Limit limit = Limits.Limit.valueOf(name);
        return new TreeMap<>(Map.of(
                "what", limit.what,
                "shortest", limit.shortest.toString(),
                "shortestSeconds", limit.shortest.toSeconds(),
                "longest", "P" + limit.longest.toDays() + "D",
                "longestSeconds", limit.longest.toSeconds()));
    }

    private static <T> Map<String, T> byName(Stream<String> names, Function<String, T> value) {
        return names.collect(Collectors.toMap(Function.identity(), value, (one, same) -> one, TreeMap::new));
    }
}
