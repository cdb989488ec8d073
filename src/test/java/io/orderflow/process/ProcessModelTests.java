package io.orderflow.process;

import static io.orderflow.process.Diagram.camelCase;
import static io.orderflow.process.Diagram.idWithoutPrefix;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Artifact;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How every diagram in {@code processes/} is drawn and named; that it runs no code, the rules of {@code process.model}
 * say.
 */
class ProcessModelTests {

    // ---- the file

    @ParameterizedTest
    @MethodSource("diagrams")
    void fileHoldsOneProcessOfItsOwnName(Diagram diagram) {
        assertThat(diagram.processes())
                .extracting(process -> process.getId() + ".bpmn")
                .containsExactly(diagram.file().getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void processRunsAndItsHistoryEnds(Diagram diagram) {
        assertThat(diagram.processes())
                .allMatch(Process::isExecutable)
                .allSatisfy(process ->
                        assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everythingIsDrawn(Diagram diagram) {
        Set<BaseElement> shapes = new HashSet<>();
        diagram.all(BpmnShape.class).forEach(shape -> shapes.add(shape.getBpmnElement()));
        Set<BaseElement> edges = new HashSet<>();
        diagram.all(BpmnEdge.class).forEach(edge -> edges.add(edge.getBpmnElement()));

        assertThat(diagram.all(FlowElement.class))
                .filteredOn(FlowNode.class::isInstance)
                .allMatch(shapes::contains);
        assertThat(diagram.all(SequenceFlow.class)).allMatch(edges::contains);
        assertThat(diagram.all(Artifact.class))
                .allMatch(artifact -> edges.contains(artifact) || shapes.contains(artifact));
    }

    @Test
    void everyDiagramIsCoveredByPathTests() {
        assertThat(Diagram.all()
                        .flatMap(diagram -> diagram.processes().stream())
                        .map(Process::getId))
                .containsExactlyInAnyOrderElementsOf(Stream.of(OrderPathTests.class, CasePathTests.class)
                        .flatMap(tests ->
                                Stream.of(tests.getAnnotation(Covers.class).value()))
                        .toList());
    }

    // ---- words

    @ParameterizedTest
    @MethodSource("diagrams")
    void everythingIsExplained(Diagram diagram) {
        assertThat(withWords(diagram))
                .allSatisfy(element -> assertThat(element.getDocumentations())
                        .as("documentation of " + element.getId())
                        .anyMatch(text -> !text.getTextContent().isBlank()));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everythingButCompensationBoundaryEventsAndJoiningGatewaysHasName(Diagram diagram) {
        assertThat(diagram.nodes())
                .filteredOn(node -> !Diagram.isCompensationBoundary(node) && !isJoin(node))
                .allSatisfy(node ->
                        assertThat(node.getName()).as("name of " + node.getId()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void idsBeginWithTheKindOfTheirElement(Diagram diagram) {
        assertThat(withIds(diagram))
                .allSatisfy(element -> assertThat(element.getId()).startsWith(prefix(element)));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void idsOfNodesFollowTheirLabels(Diagram diagram) {
        // The undo of a step is bound to its boundary event's id in running orders, whatever the event is called.
        assertThat(diagram.nodes())
                .filteredOn(node -> node.getName() != null && !Diagram.isCompensationBoundary(node))
                .allSatisfy(node -> {
                    // The throwing ends of a link are all called as the catching one: each says what it comes after.
                    String after = diagram.linkedFrom(node)
                            .findAny()
                            .map(target -> idWithoutPrefix(node).replaceFirst(".*After", "After"))
                            .orElse("");
                    assertThat(idWithoutPrefix(node)).isEqualTo(camelCase(node.getName()) + after);
                });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyLinkGoesOnSomewhereAndComesFromSomewhere(Diagram diagram) {
        Set<CatchEvent> reached = new HashSet<>();
        diagram.nodes().forEach(node -> diagram.linkedFrom(node).forEach(reached::add));

        assertThat(diagram.all(CatchEvent.class))
                .filteredOn(event -> Diagram.has(event, LinkEventDefinition.class))
                .containsExactlyInAnyOrderElementsOf(reached);
        assertThat(diagram.all(ThrowEvent.class))
                .filteredOn(event -> Diagram.has(event, LinkEventDefinition.class))
                .allSatisfy(event ->
                        assertThat(diagram.linkedFrom(event)).as(event.getId()).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void idsOfMessagesAndErrorsFollowTheirNames(Diagram diagram) {
        assertThat(diagram.all(Message.class))
                .allSatisfy(message -> assertThat(idWithoutPrefix(message)).isEqualTo(message.getName()));
        assertThat(diagram.all(Error.class))
                .allSatisfy(error -> assertThat(idWithoutPrefix(error)).isEqualTo(camelCase(error.getName())));
    }

    // ---- decisions

    @ParameterizedTest
    @MethodSource("diagrams")
    void splittingGatewayNamesItsAnswersAndHasDefault(Diagram diagram) {
        assertThat(diagram.all(ExclusiveGateway.class))
                .filteredOn(gateway -> gateway.getOutgoing().size() > 1)
                .allSatisfy(gateway -> {
                    assertThat(gateway.getDefault())
                            .as("default of " + gateway.getId())
                            .isNotNull();
                    assertThat(gateway.getOutgoing())
                            .allMatch(flow -> flow.getName() != null)
                            .allMatch(flow ->
                                    (flow.getConditionExpression() == null) == flow.equals(gateway.getDefault()));
                });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void conditionComparesOneVariableWithOneAnswer(Diagram diagram) {
        assertThat(diagram.all(ConditionExpression.class))
                .extracting(ConditionExpression::getTextContent)
                .allMatch(condition -> condition.matches("\\$\\{[a-z][A-Za-z]* == '[A-Z_]+'}"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void nothingIsCutOffByTerminateEndEvent(Diagram diagram) {
        assertThat(diagram.all(TerminateEventDefinition.class)).isEmpty();
    }

    // ---- how it is found out

    static Stream<Diagram> diagrams() {
        return Diagram.all();
    }

    private static List<BaseElement> withWords(Diagram diagram) {
        return elements(
                diagram.nodes(), diagram.all(Process.class), diagram.all(Message.class), diagram.all(Error.class));
    }

    private static List<BaseElement> withIds(Diagram diagram) {
        return elements(diagram.all(FlowElement.class), diagram.all(Message.class), diagram.all(Error.class));
    }

    @SafeVarargs
    private static List<BaseElement> elements(Collection<? extends BaseElement>... kinds) {
        return Stream.of(kinds).<BaseElement>flatMap(Collection::stream).toList();
    }

    private static boolean isJoin(FlowNode node) {
        return node instanceof Gateway
                && node.getIncoming().size() > 1
                && node.getOutgoing().size() == 1;
    }

    private static String prefix(BaseElement element) {
        if (element instanceof Event) {
            return element instanceof StartEvent ? "StartEvent_" : element instanceof EndEvent ? "EndEvent_" : "Event_";
        }
        return element instanceof Task
                ? "Task_"
                : element instanceof CallActivity
                        ? "CallActivity_"
                        : element instanceof SubProcess
                                ? "SubProcess_"
                                : element instanceof Gateway
                                        ? "Gateway_"
                                        : element instanceof SequenceFlow
                                                ? "Flow_"
                                                : element instanceof Message
                                                        ? "Message_"
                                                        : element instanceof Error
                                                                ? "Error_"
                                                                : "a prefix to be agreed on";
    }
}
