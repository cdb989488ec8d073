package io.orderflow.process;

import static io.orderflow.order.OrderStatus.CANCELLED;
import static io.orderflow.order.OrderStatus.COMPLETED;
import static io.orderflow.order.OrderStatus.CREATED;
import static io.orderflow.order.OrderStatus.FAILED;
import static io.orderflow.order.OrderStatus.PAID;
import static io.orderflow.order.OrderStatus.PROCESSING;
import static io.orderflow.order.OrderStatus.REFUNDED;
import static io.orderflow.order.OrderStatus.RETURNED;
import static io.orderflow.order.OrderStatus.SHIPPED;
import static io.orderflow.order.OrderStatus.SHIP_FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.progress.OrderProgress;
import io.orderflow.process.StatusWalk.Move;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The diagrams of the order and of its returns against the order's transition table. */
class ProcessModelStatusTests {

    /** From hand-over on something can come back, even while the carrier has given up the rest. */
    private static final Set<OrderStatus> AFTER_HAND_OVER = EnumSet.of(SHIPPED, COMPLETED, SHIP_FAILED);

    /** What each step that moves an order makes of the status that it finds and the refusal that came before it. */
    private static final Map<String, StatusStep> STEPS = Map.ofEntries(
            step("RejectOrder", (found, refusal) -> Set.of(CANCELLED)),
            // Nothing to pay is paid at once.
            step("ChargePayment", (found, refusal) -> EnumSet.of(found, PAID)),
            step("StartPreparation", (found, refusal) -> Set.of(PROCESSING)),
            step("MarkOrderShipped", (found, refusal) -> Set.of(SHIPPED)),
            step("MarkShippingFailed", (found, refusal) -> Set.of(SHIP_FAILED)),
            // Shipped again; an order that is given up is called off later.
            step("RecordResolution", (found, refusal) -> EnumSet.of(found, PROCESSING)),
            step("CompleteOrder", (found, refusal) -> Set.of(COMPLETED)),
            // Everything came back, or a part of it.
            step(
                    "CloseReturn",
                    (found, refusal) -> AFTER_HAND_OVER.contains(found) ? EnumSet.of(found, RETURNED) : Set.of(found)),
            step("CallOffOrder", (found, refusal) -> Set.of(CANCELLED)),
            step("FailOrder", (found, refusal) -> Set.of(FAILED)),
            // Only what was paid is refunded, and only once.
            step(
                    "CloseOrder",
                    (found, refusal) -> found == CANCELLED ? EnumSet.of(CANCELLED, REFUNDED) : Set.of(found)));

    /** While the order waits there, the gateway's answer moves it. */
    private static final Map<String, StatusStep> TOLD = Map.of(
            "AwaitGateway", (found, refusal) -> EnumSet.of(found, PAID),
            "RetryCharge", (found, refusal) -> EnumSet.of(found, PAID));

    /** Events and answers that the code lets through only in these statuses, by their ids. */
    private static final Map<String, Set<OrderStatus>> ONLY_IN = Map.of(
            // The gateway's answer and what it did to the order are told together.
            "Flow_Charged_ConfirmReservation", EnumSet.of(PAID),
            "Flow_Charged_FailOrder", EnumSet.of(CREATED),
            "Flow_Charged_AwaitGateway", EnumSet.of(CREATED),
            // The answer of "Record resolution" goes with what it did to the order.
            "Flow_HowToGoOn_AttemptBegins", EnumSet.of(PROCESSING),
            "Flow_HowToGoOn_GivenUpGoodsBack", EnumSet.of(SHIP_FAILED),
            "Flow_HowToGoOn_WriteOffStock", EnumSet.of(SHIP_FAILED),
            // So does the answer of "Close return".
            "Flow_EverythingBack_GiveCouponBack", EnumSet.of(RETURNED),
            "Flow_EverythingBack_ReturnRefunded", EnumSet.complementOf(EnumSet.of(RETURNED)));

    private interface StatusStep {
        Set<OrderStatus> after(OrderStatus found, String refusal);
    }

    private static Map.Entry<String, StatusStep> step(String name, StatusStep moves) {
        return Map.entry(name, moves);
    }

    private final StatusWalk walk = walk(ProcessKey.ORDER.inDiagram());

    private static StatusWalk walk(String process) {
        return new StatusWalk(
                Diagram.named(process),
                (step, found, refusal) -> STEPS.getOrDefault(
                                step, TOLD.getOrDefault(step, (same, none) -> Set.of(same)))
                        .after(found, refusal),
                ONLY_IN);
    }

    @Test
    void orderMovesAsItsTableAllowsAndNotOtherwise() {
        Set<Move> moves = new HashSet<>(walk.from(CREATED));
        AFTER_HAND_OVER.forEach(
                status -> moves.addAll(walk(ProcessKey.RETURN.inDiagram()).from(status)));

        assertThat(moves).containsExactlyInAnyOrderElementsOf(table());
    }

    @Test
    void shippingIsGivenUpOnlyAfterItFailedAndBegunOnlyInPreparation() {
        walk.from(CREATED);

        assertThat(walk.statusesAt("EndEvent_GivenUpGoodsBack")).containsExactly(SHIP_FAILED);
        assertThat(walk.statusesAt("Task_BookShipment")).containsExactly(PROCESSING);
    }

    @Test
    void onlyReturnedOrderEndsAsReturned() {
        AFTER_HAND_OVER.forEach(status -> {
            StatusWalk returning = walk(ProcessKey.RETURN.inDiagram());
            returning.from(status);

            assertThat(returning.statusesAt("Task_GiveCouponBack")).containsExactly(RETURNED);
            assertThat(returning.statusesAt("EndEvent_OrderReturned")).containsExactly(RETURNED);
            assertThat(returning.statusesAt("EndEvent_ReturnRefunded")).containsExactly(status);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATED", "PAID", "PROCESSING", "CANCELLED"})
    void caseMovesNoOrderAsTheTableForbids(OrderStatus found) {
        StatusWalk resolving = new StatusWalk(
                Diagram.named(ProcessKey.RESOLVE_CASE.inDiagram()),
                (step, status, refusal) ->
                        STEPS.getOrDefault(step, (same, none) -> Set.of(same)).after(status, refusal),
                Map.of());

        assertThat(resolving.from(found)).isNotEmpty().isSubsetOf(table());
        assertThat(resolving.statusesAt("EndEvent_CaseClosed")).contains(CANCELLED, REFUNDED);
    }

    @Test
    void everyNodeIsOnSomeWay() {
        walk.from(CREATED);

        Diagram order = Diagram.named(ProcessKey.ORDER.inDiagram());
        assertThat(order.nodes())
                .filteredOn(node -> !Diagram.isCompensationBoundary(node)
                        && !(node instanceof Activity undo && undo.isForCompensation())
                        && !(node instanceof SubProcess scope && scope.triggeredByEvent()))
                .allSatisfy(node -> assertThat(walk.statusesAt(node.getId()))
                        .as("statuses at " + node.getId())
                        .isNotEmpty());
    }

    @Test
    void whatIsOnlyPossibleInSomeStatusesIsDrawn() {
        assertThat(ONLY_IN.keySet())
                .allMatch(id -> Stream.of(ProcessKey.ORDER.inDiagram(), ProcessKey.RETURN.inDiagram())
                        .map(Diagram::named)
                        .anyMatch(diagram -> diagram.model().getModelElementById(id) != null));
    }

    @Test
    void everyStepThatMovesAnOrderIsKnownHere() {
        JavaClasses code = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.orderflow.process");

        Set<String> moving = code.stream()
                .filter(type -> type.isAssignableTo(JavaDelegate.class))
                .filter(ProcessModelStatusTests::movesAnOrder)
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

        assertThat(moving).isEqualTo(STEPS.keySet());
    }

    private static Set<Move> table() {
        return Stream.of(OrderStatus.values())
                .flatMap(from -> from.next().stream().map(to -> new Move(from, to)))
                .collect(Collectors.toSet());
    }

    /** What only notes something about an order, or holds it, does not move it. */
    private static boolean movesAnOrder(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(OrderProgress.class))
                .anyMatch(call -> !call.getName().matches("note[A-Z].*|hold.*|is[A-Z].*"));
    }
}
