package io.orderflow.process.model.rules;

import io.orderflow.process.OrderVariables;
import io.orderflow.process.model.ModelFinding;
import io.orderflow.process.model.ModelFinding.Severity;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The rule that an order goes from one known element to the next as it must, on every path and with every answer: the
 * undo chain is complete and in its order, nothing is shipped unpaid, nothing ends while it holds something. What
 * analysts add in between is free.
 */
@Component
class OurSkeletons implements DiagramRule {

    private static final String RULE = "ways";

    @Override
    public Stream<ModelFinding> check(Diagram diagram, Surroundings around) {
        return diagram.processes().stream()
                .filter(process -> Needed.PROCESSES.contains(process.getId()))
                .flatMap(process -> new Comparison(diagram, process).findings());
    }

    private static final class Comparison {

        private final Diagram diagram;
        private final Process process;
        private final Skeleton must;
        private final Skeleton is;

        private Comparison(Diagram diagram, Process process) {
            this.diagram = diagram;
            this.process = process;
            this.must = Skeleton.of(process.getId());
            this.is = Skeleton.of(diagram, process, this::isKnown);
        }

        private boolean isKnown(FlowNode node) {
            return must.known().contains(node.getId());
        }

        Stream<ModelFinding> findings() {
            return Stream.of(
                            gone(),
                            lost(),
                            added(),
                            boundaries(),
                            beside(),
                            undo(),
                            thrown(),
                            saved(),
                            forgotten(),
                            repeated())
                    .flatMap(findings -> findings);
        }

        /** Refuses missing elements, except those that {@link NeededElements} refuses. */
        private Stream<ModelFinding> gone() {
            return must.known().stream()
                    .filter(id -> !is.known().contains(id))
                    .filter(id -> Needed.of(process.getId())
                            .noneMatch(needed -> needed.id().equals(id)))
                    .map(id -> new ModelFinding(
                            diagram.file(),
                            id,
                            Losses.label(id),
                            Severity.REFUSED,
                            RULE,
                            "it is not there any more: " + loss(id) + ".",
                            "Draw it again with its id; only labels are free."));
        }

        // ---- paths

        private Stream<ModelFinding> lost() {
            return must.ways().stream()
                    .filter(way -> is.known().contains(way.from()))
                    .filter(way -> is.ways().stream()
                            .filter(actual -> agree(way, actual))
                            .noneMatch(actual -> actual.to().equals(way.to())))
                    .filter(onceFor(way -> List.of(decides(way), way.answer(), way.to())))
                    .map(way -> diagram.refused(
                            decides(way),
                            RULE,
                            after(way) + " the way no longer leads to " + name(way.to()) + instead(way) + ": "
                                    + loss(way.to()) + ".",
                            "Lead it there again; what is new may stand in between."));
        }

        /** Returns a filter that reports a mistake once, because a mistake at a gateway shows on many paths. */
        private static Predicate<Way> onceFor(Function<Way, Object> mistake) {
            Set<Object> told = new HashSet<>();
            return way -> told.add(mistake.apply(way));
        }

        private String instead(Way way) {
            String others = is.ways().stream()
                    .filter(actual -> agree(way, actual))
                    .map(actual -> name(actual.to()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            return others.isEmpty() ? "" : " but to " + others;
        }

        /** Refuses a second path at once, and a path to an element where it must not lead. */
        private Stream<ModelFinding> added() {
            return is.ways().stream()
                    .filter(way -> must.ways().stream()
                            .anyMatch(expected -> expected.from().equals(way.from())))
                    .filter(way -> must.ways().stream()
                            .filter(expected -> agree(way, expected))
                            .noneMatch(expected -> expected.to().equals(way.to())))
                    .filter(onceFor(way -> List.of(decides(way), way.to())))
                    .map(way -> diagram.refused(
                            decides(way),
                            RULE,
                            after(way) + " a way leads to " + name(way.to()) + ", where it must not: "
                                    + Losses.wrongly(way.to()) + ".",
                            "Lead it where it led before; what is new may stand in between."));
        }

        private static boolean agree(Way one, Way other) {
            Map<String, String> given = answers(other);
            return one.from().equals(other.from())
                    && answers(one).entrySet().stream()
                            .allMatch(answer -> given.getOrDefault(answer.getKey(), answer.getValue())
                                    .equals(answer.getValue()))
                    && given.containsKey("error") == answers(one).containsKey("error");
        }

        private static Map<String, String> answers(Way way) {
            return Arrays.stream(way.answer().split("&"))
                    .filter(answer -> !answer.isEmpty())
                    .map(answer -> answer.split("="))
                    .collect(Collectors.toMap(answer -> answer[0], answer -> answer[1]));
        }

        private String after(Way way) {
            return "after " + name(way.from())
                    + (way.answer().isEmpty() ? "" : " with " + way.answer().replace("&", " and "));
        }

        /** Returns the gateway that reads the answer; otherwise the element at which the path begins. */
        private BaseElement decides(Way way) {
            FlowNode from = diagram.element(way.from(), FlowNode.class).orElseThrow();
            Set<String> asked = answers(way).keySet();
            Set<FlowNode> passed = new HashSet<>();
            Deque<FlowNode> open = new ArrayDeque<>(Set.of(from));
            while (!open.isEmpty() && !asked.isEmpty()) {
                FlowNode node = open.pop();
                if (node instanceof ExclusiveGateway && diagram.outgoing(node).size() > 1) {
                    return node;
                }
                diagram.outgoing(node).stream()
                        .map(SequenceFlow::getTarget)
                        .filter(target -> !isKnown(target) && passed.add(target))
                        .forEach(open::add);
            }
            return from;
        }

        // ---- boundary events and event sub-processes

        private Stream<ModelFinding> boundaries() {
            return differences(
                    must.boundaries(),
                    is.boundaries(),
                    (id, host) -> host.endsWith(" beside")
                            ? "it no longer stands beside " + name(host.replace(" beside", ""))
                                    + ", which would end when it" + " comes: " + loss(id) + "."
                            : "it no longer ends " + name(host) + ": " + loss(id) + ".",
                    "Put it back on its border, as it was.");
        }

        private Stream<ModelFinding> beside() {
            Ways ways = new Ways(diagram, this::isKnown);
            Set<FlowNode> reached = diagram.reached();
            return diagram.all(CatchEvent.class).stream()
                    .filter(event -> Diagram.processOf(event).equals(process) && !isKnown(event))
                    .filter(event -> reached.contains(event) && interrupts(event))
                    .filter(event -> ways.from(event).stream().anyMatch(way -> isEffect(way.to())))
                    .map(event -> diagram.refused(
                            event,
                            RULE,
                            "it leads an order away from where it waits or works, to "
                                    + ways.from(event).stream()
                                            .map(way -> name(way.to()))
                                            .distinct()
                                            .collect(Collectors.joining(", "))
                                    + ": what was asked there is still under way, and what comes then could happen twice.",
                            "Let it tell or remind somebody and end."));
        }

        /** Returns whether the event is on an element that the application knows, or starts an event sub-process. */
        private boolean interrupts(CatchEvent event) {
            if (event instanceof BoundaryEvent boundary) {
                return !boundary.cancelActivity()
                        || boundary.getAttachedTo() == null
                        || isKnown(boundary.getAttachedTo());
            }
            return event instanceof StartEvent
                    && event.getParentElement() instanceof SubProcess scope
                    && scope.triggeredByEvent();
        }

        private boolean isEffect(String to) {
            return must.known().contains(to);
        }

        // ---- compensation

        private Stream<ModelFinding> undo() {
            return differences(
                    must.undo(),
                    is.undo(),
                    (id, undo) -> "it is no longer undone by " + name(undo) + ": " + loss(undo) + ".",
                    "Bind its compensation boundary event to that step again.");
        }

        private Stream<ModelFinding> thrown() {
            return differences(
                    must.thrown(),
                    is.thrown(),
                    (id, undone) -> "it no longer undoes " + name(undone) + " and waits for it: " + loss(id) + ".",
                    "Choose that step as its activity, with “wait for completion”.");
        }

        private Stream<ModelFinding> differences(
                Map<String, String> expected,
                Map<String, String> actual,
                BinaryOperator<String> message,
                String remedy) {
            return expected.entrySet().stream()
                    .filter(entry -> !entry.getValue().equals(actual.get(entry.getKey())))
                    .flatMap(entry -> diagram.element(entry.getKey(), FlowNode.class).stream()
                            .map(node -> diagram.refused(
                                    node, RULE, message.apply(entry.getKey(), entry.getValue()), remedy)));
        }

        // ---- save points

        private Stream<ModelFinding> saved() {
            Stream<ModelFinding> missing = must.saved().stream()
                    .filter(id -> !is.saved().contains(id))
                    .flatMap(id -> diagram.element(id, FlowNode.class).stream())
                    .map(node -> diagram.refused(
                            node,
                            RULE,
                            "it is no save point any more (asynchronous before): " + Losses.unsaved(node.getId()) + ".",
                            "Tick “Asynchronous before” again."));
            Stream<ModelFinding> extra = diagram.nodes().stream()
                    .filter(node -> Diagram.processOf(node).equals(process))
                    .filter(node -> Losses.isAtOnce(process.getId(), node.getId()))
                    .filter(node -> node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter())
                    .map(node -> diagram.refused(
                            node,
                            RULE,
                            "it must happen in one transaction with what comes before it, and is a save point: whoever"
                                    + " caused it would be told that it is done when nothing is.",
                            "Take the tick away."));
            return Stream.concat(missing, extra);
        }

        /**
         * Refuses a wait or a save point between a step and the gateway that reads what the step tells. The engine
         * keeps that no longer than a transaction.
         */
        private Stream<ModelFinding> forgotten() {
            return diagram.all(Gateway.class).stream()
                    .filter(gateway -> Diagram.processOf(gateway).equals(process))
                    .filter(this::isTold)
                    .flatMap(gateway -> cuts(gateway)
                            .map(node -> diagram.refused(
                                    node,
                                    RULE,
                                    "what the step before it tells is not kept over a save point or a wait: “"
                                            + Diagram.label(gateway) + "” behind it would know nothing, and orders"
                                            + " would stand still there.",
                                    "Put the save point or the wait behind that gateway.")));
        }

        private boolean isTold(Gateway gateway) {
            return diagram.outgoing(gateway).stream()
                    .filter(flow -> flow.getConditionExpression() != null)
                    .flatMap(flow -> Answers.asked(flow.getConditionExpression().getTextContent()))
                    .anyMatch(OrderVariables.TOLD::contains);
        }

        /** Returns what cuts the gateway off from the known steps before it. */
        private Stream<FlowNode> cuts(FlowNode gateway) {
            Set<FlowNode> cuts = new LinkedHashSet<>();
            Set<FlowNode> seen = new HashSet<>(Set.of(gateway));
            Deque<FlowNode> left = new ArrayDeque<>(seen);
            while (!left.isEmpty()) {
                FlowNode node = left.pop();
                if (node.isCamundaAsyncBefore() && !must.saved().contains(node.getId())) {
                    cuts.add(node);
                }
                diagram.all(SequenceFlow.class).stream()
                        .filter(flow -> flow.getTarget().equals(node))
                        .map(SequenceFlow::getSource)
                        .forEach(before -> {
                            boolean step = isKnown(before) && before instanceof Activity;
                            if (before.isCamundaAsyncAfter() || !step && isWait(before)) {
                                cuts.add(before);
                            } else if (!step && seen.add(before)) {
                                left.add(before);
                            }
                        });
            }
            return cuts.stream();
        }

        private static boolean isWait(FlowNode node) {
            return node instanceof UserTask
                    || node instanceof ReceiveTask
                    || node instanceof CallActivity
                    || node instanceof SubProcess
                    || node instanceof IntermediateCatchEvent
                    || node instanceof EventBasedGateway;
        }

        // ---- repetitions

        private Stream<ModelFinding> repeated() {
            Set<FlowNode> reached = diagram.reached();
            return reached.stream()
                    .filter(node -> Diagram.processOf(node).equals(process))
                    .flatMap(node ->
                            repeated(node).stream().map(why -> diagram.refused(node, RULE, why, "Draw it without.")));
        }

        private Optional<String> repeated(FlowNode node) {
            if (isKnown(node) && node instanceof Activity activity && activity.getLoopCharacteristics() != null) {
                return Optional.of(
                        "it would be done several times for one order: " + Losses.wrongly(node.getId()) + ".");
            }
            if (!isKnown(node)
                    && Diagram.step(node).filter(Comparison::hasEffect).isPresent()) {
                String id = "Task_" + StringUtils.capitalize(Diagram.step(node).get());
                return Optional.of("${" + Diagram.step(node).get()
                        + "} is called here too, which has a place of its own: " + Losses.wrongly(id) + ".");
            }
            if (!isKnown(node) && node instanceof ReceiveTask wait && wait.getMessage() == null) {
                return Optional.of("nobody ends this wait: orders would stand still here for ever.");
            }
            boolean forks = !(node instanceof Gateway)
                    && diagram.outgoing(node).stream()
                                    .filter(flow -> flow.getConditionExpression() == null)
                                    .count()
                            > 1;
            return forks
                    ? Optional.of("several ways go on from here at once: what comes then would be done twice.")
                    : Optional.empty();
        }

        private static boolean hasEffect(String step) {
            return Needed.ALL.stream()
                    .anyMatch(needed -> needed.kind() == Needed.Kind.STEP
                            && Needed.stepOf(needed.id()).equals(step));
        }

        // ---- words

        private String name(String id) {
            if (id.equals(Way.END) || id.equals(Way.NOWHERE)) {
                return id;
            }
            return "“"
                    + diagram.element(id, FlowNode.class)
                            .map(Diagram::label)
                            .filter(label -> !label.isBlank())
                            .orElseGet(() -> Losses.label(id))
                    + "”";
        }

        private String loss(String id) {
            return Losses.of(process.getId(), id);
        }
    }
}
