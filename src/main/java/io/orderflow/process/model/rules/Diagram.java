package io.orderflow.process.model.rules;

import io.orderflow.process.model.ModelFile;
import io.orderflow.process.model.ModelFinding;
import io.orderflow.process.model.ModelFinding.Severity;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A diagram, with the queries that the rules need. As in the engine, a sequence flow itself decides what it connects,
 * whatever its source and target list.
 */
final class Diagram {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final String file;
    private final BpmnModelInstance model;
    private final Map<Class<? extends ModelElementInstance>, Collection<? extends ModelElementInstance>> all =
            new HashMap<>();
    private final Map<FlowNode, List<SequenceFlow>> outgoing;
    private final Map<Activity, List<BoundaryEvent>> boundaries;

    private Diagram(String file, BpmnModelInstance model) {
        this.file = file;
        this.model = model;
        this.outgoing = model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getSource() != null && flow.getTarget() != null)
                .collect(Collectors.groupingBy(SequenceFlow::getSource));
        this.boundaries = model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo() != null)
                .collect(Collectors.groupingBy(BoundaryEvent::getAttachedTo));
    }

    /**
     * Reads a diagram.
     *
     * @throws ModelException if the file is not a diagram
     */
    static Diagram of(ModelFile file) {
        return new Diagram(file.name(), Bpmn.readModelFromStream(new ByteArrayInputStream(file.content())));
    }

    // ---- the diagram itself

    String file() {
        return file;
    }

    ModelFinding refused(BaseElement element, String rule, String message, String remedy) {
        return finding(Severity.REFUSED, element, rule, message, remedy);
    }

    ModelFinding warning(BaseElement element, String rule, String message, String remedy) {
        return finding(Severity.WARNING, element, rule, message, remedy);
    }

    private ModelFinding finding(Severity severity, BaseElement element, String rule, String message, String remedy) {
        String id = Objects.requireNonNullElse(element.getId(), "");
        return new ModelFinding(file, id, label(element), severity, rule, message, remedy);
    }

    /** Returns the name of an element; empty if it has none. */
    static String label(ModelElementInstance element) {
        String name = element.getAttributeValue("name");
        return name == null ? "" : name;
    }

    // ---- elements

    Collection<Process> processes() {
        return all(Process.class);
    }

    Collection<FlowNode> nodes() {
        return all(FlowNode.class);
    }

    @SuppressWarnings("unchecked")
    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return (Collection<T>) all.computeIfAbsent(type, model::getModelElementsByType);
    }

    <T extends ModelElementInstance> Optional<T> element(String id, Class<T> type) {
        return Optional.ofNullable(model.getModelElementById(id))
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** Returns the elements of a process or sub-process; empty for anything else. */
    static Collection<FlowElement> flowElements(ModelElementInstance scope) {
        return scope instanceof SubProcess inner
                ? inner.getFlowElements()
                : scope instanceof Process process ? process.getFlowElements() : List.of();
    }

    static Process processOf(ModelElementInstance element) {
        return around(element)
                .filter(Process.class::isInstance)
                .map(Process.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the element and all elements around it, from the inside to the outside. */
    static Stream<ModelElementInstance> around(ModelElementInstance element) {
        return Stream.iterate(element, Objects::nonNull, ModelElementInstance::getParentElement);
    }

    // ---- delegates and compensation

    /** Returns the name of the delegate that a task or an event definition calls. */
    static Optional<String> step(ModelElementInstance caller) {
        return Optional.ofNullable(caller.getAttributeValueNs(CAMUNDA, "delegateExpression"))
                .filter(expression -> expression.matches("\\$\\{\\w+}"))
                .map(expression -> expression.substring(2, expression.length() - 1));
    }

    List<BoundaryEvent> boundaryEvents(ModelElementInstance host) {
        return host instanceof Activity activity ? boundaries.getOrDefault(activity, List.of()) : List.of();
    }

    /** Returns the compensation handler of the activity; empty if it has none. */
    Optional<Activity> undoOf(Activity activity) {
        return boundaryEvents(activity).stream()
                .filter(Diagram::isCompensationBoundary)
                .flatMap(this::boundTo)
                .findFirst();
    }

    /** Returns the compensation handlers of a compensation boundary event. */
    Stream<Activity> boundTo(BoundaryEvent event) {
        return all(Association.class).stream()
                .filter(arrow -> event.equals(arrow.getSource()))
                .map(Association::getTarget)
                .filter(Activity.class::isInstance)
                .map(Activity.class::cast);
    }

    // ---- events

    static boolean isCompensationBoundary(FlowNode node) {
        return node instanceof BoundaryEvent && has(node, CompensateEventDefinition.class);
    }

    static boolean has(FlowNode event, Class<? extends EventDefinition> kind) {
        return definition(event, kind).isPresent();
    }

    static Collection<EventDefinition> definitions(FlowNode event) {
        return event instanceof CatchEvent caught
                ? caught.getEventDefinitions()
                : event instanceof ThrowEvent thrown ? thrown.getEventDefinitions() : List.of();
    }

    static <T extends EventDefinition> Optional<T> definition(FlowNode event, Class<T> kind) {
        return definitions(event).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /** Returns the event that catches an error of a node: one on its border, else in the nearest scope around it. */
    Optional<CatchEvent> catcher(FlowNode node, String errorCode) {
        return around(node)
                .flatMap(scope -> Stream.concat(eventSubProcessStarts(scope), boundaryEvents(scope).stream()))
                .filter(event -> definition(event, ErrorEventDefinition.class)
                        .filter(caught -> caught.getError() == null
                                || errorCode.equals(caught.getError().getErrorCode()))
                        .isPresent())
                .findFirst();
    }

    /** Returns the events at which a link goes on; none for any other node. */
    Stream<CatchEvent> linkedFrom(FlowNode node) {
        if (!(node instanceof ThrowEvent)) {
            return Stream.empty();
        }
        return definition(node, LinkEventDefinition.class).map(LinkEventDefinition::getName).stream()
                .flatMap(name -> all(CatchEvent.class).stream()
                        .filter(target -> target.getParentElement().equals(node.getParentElement()))
                        .filter(target -> definition(target, LinkEventDefinition.class)
                                .filter(link -> name.equals(link.getName()))
                                .isPresent()));
    }

    static Stream<CatchEvent> eventSubProcessStarts(ModelElementInstance scope) {
        return flowElements(scope).stream()
                .filter(child -> child instanceof SubProcess inner && inner.triggeredByEvent())
                .flatMap(Diagram::starts);
    }

    static Stream<StartEvent> starts(ModelElementInstance scope) {
        return flowElements(scope).stream().filter(StartEvent.class::isInstance).map(StartEvent.class::cast);
    }

    // ---- paths

    List<SequenceFlow> outgoing(FlowNode node) {
        return outgoing.getOrDefault(node, List.of());
    }

    /** All nodes that some way leads to, whatever the conditions on it say. */
    Set<FlowNode> reached() {
        Set<FlowNode> reached = new LinkedHashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>();
        processes()
                .forEach(process -> Stream.concat(starts(process), eventSubProcessStarts(process))
                        .forEach(open::add));
        while (!open.isEmpty()) {
            FlowNode node = open.pop();
            if (reached.add(node)) {
                next(node).forEach(open::add);
            }
        }
        return reached;
    }

    private Stream<? extends FlowNode> next(FlowNode node) {
        Stream<FlowNode> flows = outgoing(node).stream().map(SequenceFlow::getTarget);
        Stream<FlowNode> beside =
                Stream.concat(boundaryEvents(node).stream(), Stream.concat(starts(node), eventSubProcessStarts(node)));
        Stream<FlowNode> bound =
                isCompensationBoundary(node) ? boundTo((BoundaryEvent) node).map(it -> it) : Stream.empty();
        return Stream.of(flows, beside, linkedFrom(node), bound).flatMap(stream -> stream);
    }

    // ---- ids

    /** Returns {@code ChargePayment} for {@code Task_ChargePayment}. */
    static String idWithoutPrefix(String id) {
        return id.substring(id.indexOf('_') + 1);
    }
}
