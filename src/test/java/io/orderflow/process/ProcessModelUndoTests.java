package io.orderflow.process;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where every diagram in {@code processes/} saves what is done, and how it undoes it. */
class ProcessModelUndoTests {

    /** The steps with a save point (asynchronous before), and why. Links of the undo chain have one as well. */
    private static final Map<String, String> SAVE_POINTS = Map.of(
            "Retry charge", "fails on purpose, which must be an incident of this step alone",
            "Retry booking", "fails on purpose, which must be an incident of this step alone",
            "Retry recall", "fails on purpose, which must be an incident of this step alone",
            "Take up answer", "is where that is tried again which could not be done together with the gateway's answer",
            "Cancel shipment",
                    "locks the parcel before the order, as the carrier's messages do; a cancellation has locked the order");

    /**
     * What gives back without a save point, since nothing was charged whose refund must be kept safe, and "Take up
     * answer" tries again what fails there.
     */
    private static final List<String> TOGETHER_WITH_DECLINE = List.of("Coupon given back", "Stock given back");

    private static final Set<String> FAILING_ON_PURPOSE = Set.of("Retry charge", "Retry booking", "Retry recall");

    /** Money first, because somebody waits for it; stock last, because it is nobody's until then. */
    private static final List<String> UNDO_CHAIN = List.of("Refund payment", "Restore coupon", "Release stock");

    // ---- save points

    @ParameterizedTest
    @MethodSource("diagrams")
    void savePointsStandBeforeOutsideEffectsAndUndoAndNowhereElse(Diagram diagram) {
        Set<String> expected = diagram.nodes().stream()
                .map(FlowNode::getName)
                .filter(Objects::nonNull)
                .filter(SAVE_POINTS::containsKey)
                .collect(toSet());
        links(diagram).forEach(thrown -> expected.add(thrown.getName()));
        undoWithoutThrow(diagram).forEach(step -> expected.add(step.getName()));

        assertThat(diagram.nodes())
                .filteredOn(FlowNode::isCamundaAsyncBefore)
                .extracting(FlowNode::getName)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(diagram.occurrences("camunda:(asyncAfter|exclusive)=")).isEmpty();
    }

    /** It becomes an incident at once: its attempts were made before it was reached. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void onlyWhatFailsOnPurposeHasRetriesOfItsOwn(Diagram diagram) {
        assertThat(diagram.nodes())
                .filteredOn(ProcessModelUndoTests::failsOnPurpose)
                .allSatisfy(node -> assertThat(retryCycles(node)).containsExactly("R1/PT1S"));
        assertThat(diagram.nodes())
                .filteredOn(node -> !failsOnPurpose(node))
                .allSatisfy(node -> assertThat(retryCycles(node)).isEmpty());
    }

    @Test
    void everyStepThatNeedsSavePointIsDrawn() {
        assertThat(Diagram.all().flatMap(diagram -> diagram.nodes().stream()).map(FlowNode::getName))
                .containsAll(SAVE_POINTS.keySet());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void undoStepHasNoSavePointOfItsOwnBecauseTheEngineIgnoresIt(Diagram diagram) {
        assertThat(undoSteps(diagram)).noneMatch(FlowNode::isCamundaAsyncBefore);
    }

    // ---- undo

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyUndoIsThrownExactlyOnce(Diagram diagram) {
        List<Activity> undoable = diagram.all(BoundaryEvent.class).stream()
                .filter(Diagram::isCompensationBoundary)
                .map(BoundaryEvent::getAttachedTo)
                .toList();

        assertThat(links(diagram))
                .extracting(thrown -> undone(thrown).orElse(null))
                .containsExactlyInAnyOrderElementsOf(undoable)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyUndoIsMarkedAndBoundToItsStep(Diagram diagram) {
        Set<Activity> bound = new HashSet<>();
        diagram.all(Activity.class).forEach(activity -> diagram.undoOf(activity).ifPresent(bound::add));

        assertThat(undoSteps(diagram)).containsExactlyInAnyOrderElementsOf(bound);
        assertThat(bound).hasSameSizeAs(links(diagram));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void undoNamesItsStepAndIsWaitedFor(Diagram diagram) {
        assertThat(diagram.compensationThrows()).allSatisfy(thrown -> {
            CompensateEventDefinition undo =
                    Diagram.definition(thrown, CompensateEventDefinition.class).orElseThrow();
            assertThat(undo.getActivity())
                    .as("step that %s undoes; a broadcast has no order", thrown.getId())
                    .isNotNull();
            // Absent, as Modeler writes it, means true.
            assertThat(undo.getAttributeValue("waitForCompletion"))
                    .as("%s waits", thrown.getId())
                    .isNotEqualTo("false");
        });
    }

    @Test
    void orderGivesBackMoneyThenCouponThenStock() {
        Diagram order = Diagram.named(ProcessKey.ORDER.inDiagram());

        assertThat(chain(links(order)))
                .extracting(thrown -> undo(order, thrown))
                .isEqualTo(UNDO_CHAIN);
    }

    /**
     * Nothing else leads there: it stands behind the gateway's final no, of which the order hears in one transaction.
     */
    @Test
    void declinedOrderGivesBackCouponThenStock() {
        Diagram order = Diagram.named(ProcessKey.ORDER.inDiagram());
        List<ThrowEvent> thrown = new ArrayList<>(order.compensationThrows());
        thrown.removeAll(links(order));

        List<ThrowEvent> inARow = chain(thrown);

        assertThat(inARow).hasSameSizeAs(thrown).extracting(FlowNode::getName).isEqualTo(TOGETHER_WITH_DECLINE);
        assertThat(inARow).extracting(event -> undo(order, event)).isEqualTo(UNDO_CHAIN.subList(1, UNDO_CHAIN.size()));
        assertThat(order.node("Task_FailOrder", FlowNode.class).getOutgoing())
                .extracting(SequenceFlow::getTarget)
                .containsExactly(inARow.get(0));
        assertThat(order.node("Task_FailOrder", FlowNode.class).getIncoming())
                .extracting(SequenceFlow::getId)
                .containsExactly("Flow_Charged_FailOrder");
        assertThat(inARow.get(0).getIncoming()).hasSize(1);
    }

    @Test
    void caseGivesBackMoneyThenCouponThenStock() {
        Diagram resolving = Diagram.named(ProcessKey.RESOLVE_CASE.inDiagram());

        List<String> inARow = Stream.iterate(
                        resolving.node("Task_RefundPayment", FlowNode.class),
                        step -> step.getOutgoing().iterator().next().getTarget())
                .limit(UNDO_CHAIN.size())
                .map(FlowNode::getName)
                .toList();

        assertThat(inARow).isEqualTo(UNDO_CHAIN);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void nothingIsCaughtOnUndoStep(Diagram diagram) {
        List<Activity> undoSteps = undoSteps(diagram);

        assertThat(diagram.all(BoundaryEvent.class)).noneMatch(event -> undoSteps.contains(event.getAttachedTo()));
    }

    // ---- how it is found out

    static Stream<Diagram> diagrams() {
        return Diagram.all();
    }

    private static List<Activity> undoSteps(Diagram diagram) {
        return diagram.all(Activity.class).stream()
                .filter(Activity::isForCompensation)
                .toList();
    }

    /**
     * Where no process is left that could undo what it did, the steps of the chain stand in a row, each its own link.
     */
    private static List<Activity> undoWithoutThrow(Diagram diagram) {
        return diagram.all(Activity.class).stream()
                .filter(step -> UNDO_CHAIN.contains(step.getName()))
                .filter(step -> !step.isForCompensation())
                .toList();
    }

    private static boolean failsOnPurpose(FlowNode node) {
        return node.getName() != null && FAILING_ON_PURPOSE.contains(node.getName());
    }

    private static List<String> retryCycles(FlowNode node) {
        return node.getExtensionElements() == null
                ? List.of()
                : node
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaFailedJobRetryTimeCycle.class)
                        .list()
                        .stream()
                        .map(CamundaFailedJobRetryTimeCycle::getTextContent)
                        .toList();
    }

    private static Optional<Activity> undone(ThrowEvent thrown) {
        return Diagram.definition(thrown, CompensateEventDefinition.class).map(CompensateEventDefinition::getActivity);
    }

    private static String undo(Diagram diagram, ThrowEvent thrown) {
        return diagram.undoOf(undone(thrown).orElseThrow()).orElseThrow().getName();
    }

    /** The links of the undo chain, which serves every way of calling off. */
    private static List<ThrowEvent> links(Diagram diagram) {
        return diagram.compensationThrows().stream()
                .filter(thrown -> !TOGETHER_WITH_DECLINE.contains(thrown.getName()))
                .toList();
    }

    /** The given throw events along the sequence flow, from the one that no other one leads to. */
    private static List<ThrowEvent> chain(List<ThrowEvent> thrown) {
        List<ThrowEvent> chain = new ArrayList<>();
        Optional<ThrowEvent> link = thrown.stream()
                .filter(event -> event.getIncoming().stream()
                        .map(SequenceFlow::getSource)
                        .noneMatch(thrown::contains))
                .findFirst();
        while (link.isPresent() && !chain.contains(link.get())) {
            chain.add(link.get());
            link = link.get().getOutgoing().stream()
                    .map(SequenceFlow::getTarget)
                    .filter(thrown::contains)
                    .map(ThrowEvent.class::cast)
                    .findFirst();
        }
        return chain;
    }
}
