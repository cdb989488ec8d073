package io.orderflow.process.model.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.springframework.core.io.ClassPathResource;

/**
 * The structure of one of our processes that analysts must keep: the paths from each known element to the next, the
 * boundary events, the compensation and the save points. {@code skeletons.txt} has the structure that is required;
 * tests compare our own diagrams with it.
 *
 * @param known the ids of the elements that belong to it
 */
record Skeleton(
        Set<Way> ways,
        Map<String, String> boundaries,
        Map<String, String> undo,
        Map<String, String> thrown,
        Set<String> saved,
        Set<String> known) {

    private static final String BESIDE = " beside";
    private static final Map<String, Skeleton> OURS = read();

    /** Returns the structure that is required of one of our processes. */
    static Skeleton of(String process) {
        return Objects.requireNonNull(OURS.get(process));
    }

    /** Returns the structure that a process has. */
    static Skeleton of(Diagram diagram, Process process, Predicate<FlowNode> known) {
        Set<FlowNode> nodes = diagram.nodes().stream()
                .filter(known)
                .filter(node -> Diagram.processOf(node).equals(process))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Skeleton(
                new Ways(diagram, known).of(process),
                pairs(nodes, BoundaryEvent.class, Skeleton::host),
                pairs(
                        nodes,
                        Activity.class,
                        activity ->
                                diagram.undoOf(activity).map(Activity::getId).orElse("")),
                pairs(nodes, ThrowEvent.class, Skeleton::undone),
                nodes.stream()
                        .filter(FlowNode::isCamundaAsyncBefore)
                        .map(FlowNode::getId)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                nodes.stream().map(FlowNode::getId).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static <T extends FlowNode> Map<String, String> pairs(
            Set<FlowNode> nodes, Class<T> kind, Function<T, String> other) {
        return nodes.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(node -> !other.apply(node).isEmpty())
                .collect(Collectors.toMap(FlowNode::getId, other, (one, same) -> one, LinkedHashMap::new));
    }

    private static String host(BoundaryEvent event) {
        return event.getAttachedTo() == null
                ? ""
                : event.getAttachedTo().getId()
                        + (event.cancelActivity() || Diagram.isCompensationBoundary(event) ? "" : BESIDE);
    }

    private static String undone(ThrowEvent event) {
        return Diagram.definition(event, CompensateEventDefinition.class)
                .map(undo -> undo.getActivity() == null || !isWaitedFor(undo)
                        ? "everything"
                        : undo.getActivity().getId())
                .orElse("");
    }

    /** Returns whether the process waits for the compensation. Modeler leaves the attribute out if it is true. */
    private static boolean isWaitedFor(CompensateEventDefinition undo) {
        return !"false".equals(undo.getAttributeValue("waitForCompletion"));
    }

    // ---- the text

    Stream<String> lines(String process) {
        return Stream.of(
                        ways.stream().map(way -> "way|" + way.from() + "|" + way.answer() + "|" + way.to()),
                        boundaries.entrySet().stream().map(on -> "on|" + on.getKey() + "|" + on.getValue()),
                        undo.entrySet().stream().map(undo -> "undo|" + undo.getKey() + "|" + undo.getValue()),
                        thrown.entrySet().stream().map(undo -> "throw|" + undo.getKey() + "|" + undo.getValue()),
                        saved.stream().map(id -> "save|" + id))
                .flatMap(lines -> lines)
                .map(line -> process + "|" + line);
    }

    private static Map<String, Skeleton> read() {
        try {
            String text =
                    new ClassPathResource("skeletons.txt", Skeleton.class).getContentAsString(StandardCharsets.UTF_8);
            return Needed.PROCESSES.stream()
                    .collect(Collectors.toMap(process -> process, process -> parsed(text, process)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Skeleton parsed(String text, String process) {
        Set<Way> ways = lines(text, process, "way")
                .map(way -> new Way(way[2], way[3], way[4]))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, String> boundaries = pairs(text, process, "on");
        Map<String, String> undo = pairs(text, process, "undo");
        Set<String> known = Stream.of(
                        ways.stream().flatMap(way -> Stream.of(way.from(), way.to())),
                        boundaries.keySet().stream(),
                        undo.values().stream(),
                        Needed.of(process).map(Needed::id))
                .flatMap(ids -> ids)
                .filter(id -> !Set.of(Way.END, Way.NOWHERE).contains(id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> saved = lines(text, process, "save").map(save -> save[2]).collect(Collectors.toSet());
        return new Skeleton(ways, boundaries, undo, pairs(text, process, "throw"), saved, known);
    }

    private static Map<String, String> pairs(String text, String process, String kind) {
        return lines(text, process, kind).collect(Collectors.toMap(pair -> pair[2], pair -> pair[3]));
    }

    private static Stream<String[]> lines(String text, String process, String kind) {
        return text.lines()
                .filter(line -> line.startsWith(process + "|" + kind + "|"))
                .map(line -> line.split("\\|"));
    }
}
