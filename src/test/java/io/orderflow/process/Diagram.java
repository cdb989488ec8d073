package io.orderflow.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One file of {@code processes/}, asked the questions that the rules ask. */
record Diagram(Path file, BpmnModelInstance model) {

    static Stream<Diagram> all() {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files
                    .filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(Diagram::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Diagram named(String process) {
        return read(Path.of("processes", process + ".bpmn"));
    }

    private static Diagram read(Path file) {
        return new Diagram(file, Bpmn.readModelFromFile(file.toFile()));
    }

    /** Every piece of the file that matches the pattern. */
    List<String> occurrences(String pattern) {
        try {
            return Pattern.compile(pattern)
                    .matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Process> processes() {
        return List.copyOf(all(Process.class));
    }

    Collection<FlowNode> nodes() {
        return all(FlowNode.class);
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    <T extends ModelElementInstance> T node(String id, Class<T> type) {
        return type.cast(model.getModelElementById(id));
    }

    /** The events that set an undo in motion. */
    List<ThrowEvent> compensationThrows() {
        return all(ThrowEvent.class).stream()
                .filter(event -> has(event, CompensateEventDefinition.class))
                .toList();
    }

    /** The step that undoes what the activity did; empty when the activity has no undo. */
    Optional<Activity> undoOf(Activity activity) {
        return all(BoundaryEvent.class).stream()
                .filter(Diagram::isCompensationBoundary)
                .filter(event -> event.getAttachedTo().equals(activity))
                .flatMap(event -> all(Association.class).stream()
                        .filter(arrow -> arrow.getSource().equals(event)))
                .map(arrow -> (Activity) arrow.getTarget())
                .findFirst();
    }

    /**
     * What catches an error of a node: its border, else the nearest scope around it that does; empty when none does.
     */
    Optional<CatchEvent> catcher(FlowNode node, String errorCode) {
        return Stream.iterate((ModelElementInstance) node, Objects::nonNull, ModelElementInstance::getParentElement)
                .flatMap(scope -> Stream.concat(eventSubProcessStarts(scope), boundaryEvents(scope)))
                .filter(event -> definition(event, ErrorEventDefinition.class)
                        .filter(caught -> caught.getError() == null
                                || caught.getError().getErrorCode().equals(errorCode))
                        .isPresent())
                .findFirst();
    }

    private Stream<CatchEvent> boundaryEvents(ModelElementInstance host) {
        return all(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().equals(host))
                .map(event -> event);
    }

    /** Where a link goes on; nowhere for any other node. */
    Stream<CatchEvent> linkedFrom(FlowNode node) {
        return node instanceof ThrowEvent
                ? definition(node, LinkEventDefinition.class).map(LinkEventDefinition::getName).stream()
                        .flatMap(name -> all(CatchEvent.class).stream()
                                .filter(target -> definition(target, LinkEventDefinition.class)
                                        .filter(link -> link.getName().equals(name))
                                        .isPresent()))
                : Stream.empty();
    }

    /** The error codes that a node may end with: as an end event, or because the code of its step refuses. */
    Stream<String> errorsOf(FlowNode node) {
        return node instanceof EndEvent end
                ? definition(end, ErrorEventDefinition.class)
                        .map(ErrorEventDefinition::getError)
                        .map(Error::getErrorCode)
                        .stream()
                : node instanceof ServiceTask
                        ? Delegates.refusalsOf(idWithoutPrefix(node)).stream().map(Refusal::name)
                        : Stream.empty();
    }

    private static Stream<CatchEvent> eventSubProcessStarts(ModelElementInstance scope) {
        return flowElements(scope).stream()
                .filter(child -> child instanceof SubProcess inner && inner.triggeredByEvent())
                .flatMap(inner -> flowElements(inner).stream())
                .filter(StartEvent.class::isInstance)
                .map(CatchEvent.class::cast);
    }

    /** What a process or sub-process holds; empty for anything else. */
    static Collection<FlowElement> flowElements(ModelElementInstance scope) {
        return scope instanceof SubProcess inner
                ? inner.getFlowElements()
                : scope instanceof Process process ? process.getFlowElements() : List.of();
    }

    static boolean isCompensationBoundary(FlowNode node) {
        return node instanceof BoundaryEvent && has(node, CompensateEventDefinition.class);
    }

    static boolean has(FlowNode event, Class<? extends EventDefinition> kind) {
        return definition(event, kind).isPresent();
    }

    static <T extends EventDefinition> Optional<T> definition(FlowNode event, Class<T> kind) {
        Collection<EventDefinition> definitions = event instanceof CatchEvent caught
                ? caught.getEventDefinitions()
                : event instanceof ThrowEvent thrown ? thrown.getEventDefinitions() : List.of();
        return definitions.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** What a node always gives a variable when it is left. */
    static Optional<String> outputOf(FlowNode node, String variable) {
        return Optional.ofNullable(node.getExtensionElements()).stream()
                .flatMap(extensions ->
                        extensions.getElementsQuery().filterByType(CamundaInputOutput.class).list().stream())
                .flatMap(mapping -> mapping.getCamundaOutputParameters().stream())
                .filter(output -> output.getCamundaName().equals(variable))
                .map(CamundaOutputParameter::getTextContent)
                .findFirst();
    }

    /** {@code Task_ChargePayment}: {@code ChargePayment}. */
    static String idWithoutPrefix(BaseElement element) {
        return element.getId().substring(element.getId().indexOf('_') + 1);
    }

    /** {@code Charge payment}: {@code ChargePayment}. */
    static String camelCase(String label) {
        return Arrays.stream(label.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase() + word.substring(1))
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
