package io.orderflow.process.model.rules;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * All paths from one known element of a process to the next one, with every answer that a gateway on them can get. The
 * elements in between, also those that an analyst has added, are passed.
 */
class Ways {

    /**
     * The largest number of places after one known element. People draw fewer, and more would make a deployment slow.
     */
    private static final int MOST = 20_000;

    /** An element that is not known, with the answers before it. */
    private record Place(FlowNode node, Map<String, String> given) {}

    private final Diagram diagram;
    private final Predicate<FlowNode> known;

    Ways(Diagram diagram, Predicate<FlowNode> known) {
        this.diagram = diagram;
        this.known = known;
    }

    Set<Way> of(Process process) {
        return diagram.nodes().stream()
                .filter(known)
                .filter(node -> Diagram.processOf(node).equals(process))
                .flatMap(node -> new Walk(node).ways.stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the paths that go on from an event, known or not. */
    Set<Way> from(CatchEvent event) {
        return new Walk(event).ways;
    }

    /** The walk from one element, with the answers since then. */
    private final class Walk {

        private final String from;
        private final Set<Way> ways = new LinkedHashSet<>();
        private final Set<Place> passed = new HashSet<>();
        private final Deque<Place> ahead = new ArrayDeque<>();

        /** The scope in which this path runs beside the main one, which goes on when this one ends. */
        private final Optional<ModelElementInstance> besideIn;

        private Walk(FlowNode node) {
            from = node.getId();
            besideIn = Optional.of(node)
                    .filter(event -> event instanceof BoundaryEvent boundary && !boundary.cancelActivity())
                    .map(ModelElementInstance::getParentElement);
            if (!(node instanceof EndEvent)) {
                CaughtErrors.thrown(node).forEach(code -> refused(node, code, Map.of()));
            }
            if (!Diagram.isCompensationBoundary(node)) {
                leave(node, Map.of());
            }
            while (!ahead.isEmpty() && passed.size() <= MOST) {
                pass(ahead.remove());
            }
            if (!ahead.isEmpty()) {
                add(Map.of(), Way.NOWHERE);
            }
        }

        private void leave(FlowNode node, Map<String, String> given) {
            if (node instanceof EndEvent end) {
                over(end, given);
                return;
            }
            List<CatchEvent> linked = diagram.linkedFrom(node).toList();
            linked.forEach(target -> arrive(target, given));
            List<SequenceFlow> flows = diagram.outgoing(node);
            if (flows.isEmpty() && linked.isEmpty()) {
                end(node.getParentElement(), given);
            } else if (node instanceof ExclusiveGateway || flows.stream().anyMatch(Ways::isConditional)) {
                choose(node, flows, given);
            } else {
                flows.forEach(flow -> arrive(flow.getTarget(), given));
            }
        }

        private void over(EndEvent end, Map<String, String> given) {
            Optional<String> error = CaughtErrors.thrown(end).findFirst();
            error.ifPresentOrElse(code -> refused(end, code, given), () -> end(end.getParentElement(), given));
        }

        private void end(ModelElementInstance scope, Map<String, String> given) {
            if (scope instanceof SubProcess inner
                    && !inner.triggeredByEvent()
                    && !besideIn.filter(inner::equals).isPresent()) {
                leave(inner, given);
            } else {
                add(given, Way.END);
            }
        }

        private void refused(FlowNode node, String code, Map<String, String> given) {
            Map<String, String> refused = with(given, "error", code);
            diagram.catcher(node, code)
                    .ifPresentOrElse(event -> arrive(event, refused), () -> add(refused, Way.NOWHERE));
        }

        private void choose(FlowNode gateway, List<SequenceFlow> flows, Map<String, String> given) {
            Optional<String> open = flows.stream()
                    .filter(Ways::isConditional)
                    .flatMap(flow -> Answers.asked(condition(flow)))
                    .filter(variable -> !given.containsKey(variable))
                    .findFirst();
            if (open.isPresent()) {
                requireNonNull(Answers.OF.get(open.get()))
                        .forEach(answer -> choose(gateway, flows, with(given, open.get(), answer)));
                return;
            }
            SequenceFlow otherwise = gateway instanceof ExclusiveGateway exclusive ? exclusive.getDefault() : null;
            boolean through = false;
            for (SequenceFlow flow : flows) {
                Optional<Boolean> holds = flow.equals(otherwise)
                        ? Optional.of(false)
                        : isConditional(flow) ? Answers.holds(condition(flow), given) : Optional.of(true);
                if (!holds.equals(Optional.of(false))) {
                    arrive(flow.getTarget(), given);
                    through = holds.isPresent();
                }
                if (through) {
                    return;
                }
            }
            if (otherwise == null) {
                add(given, Way.NOWHERE);
            } else {
                arrive(otherwise.getTarget(), given);
            }
        }

        private void arrive(FlowNode node, Map<String, String> given) {
            if (known.test(node)) {
                add(given, node.getId());
            } else {
                Place place = new Place(node, given);
                if (passed.add(place)) {
                    ahead.add(place);
                }
            }
        }

        private void pass(Place place) {
            if (place.node() instanceof SubProcess scope) {
                Diagram.starts(scope).forEach(start -> arrive(start, place.given()));
            } else {
                diagram.boundaryEvents(place.node()).stream()
                        .filter(event -> !Diagram.isCompensationBoundary(event) && event.cancelActivity())
                        .forEach(event -> arrive(event, place.given()));
                leave(place.node(), place.given());
            }
        }

        private void add(Map<String, String> given, String to) {
            String answers = given.entrySet().stream()
                    .map(answer -> answer.getKey() + "=" + answer.getValue())
                    .collect(Collectors.joining("&"));
            ways.add(new Way(from, answers, to));
        }
    }

    private static Map<String, String> with(Map<String, String> given, String name, String answer) {
        Map<String, String> all = new TreeMap<>(given);
        all.put(name, answer);
        return all;
    }

    private static boolean isConditional(SequenceFlow flow) {
        return flow.getConditionExpression() != null;
    }

    private static String condition(SequenceFlow flow) {
        return flow.getConditionExpression().getTextContent();
    }
}
