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
import io.orderflow.order.OrderProgress;
import io.orderflow.order.OrderStatus;
import io.orderflow.process.StatusWalk.Move;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;

/** The order's diagram against the order's transition table. */
class ProcessModelStatusTests {

    /** What each step that moves an order makes of the status that it finds and the refusal that came before it. */
    private static final Map<String, StatusStep> STEPS = Map.of(
            "RejectOrder", (found, refusal) -> Set.of(CANCELLED),
            "MarkOrderPaid", (found, refusal) -> Set.of(PAID),
            "StartPreparation", (found, refusal) -> Set.of(PROCESSING),
            "MarkOrderShipped", (found, refusal) -> Set.of(SHIPPED),
            "CompleteOrder", (found, refusal) -> Set.of(COMPLETED),
            "CallOffOrder", (found, refusal) -> Set.of(refusal.equals(Refusal.PAYMENT_DECLINED.name()) ? FAILED : CANCELLED),
            // Only what was paid is refunded, and only once; a declined payment leaves nothing to refund.
            "CloseOrder", (found, refusal) -> found == CANCELLED ? EnumSet.of(CANCELLED, REFUNDED) : Set.of(found));

    /** In the table, but not drawn yet: failed delivery and returns. */
    private static final Set<OrderStatus> NOT_YET_DRAWN = EnumSet.of(SHIP_FAILED, RETURNED);

    private interface StatusStep {
        Set<OrderStatus> after(OrderStatus found, String refusal);
    }

    @Test
    void orderMovesAsItsTableAllowsAndNotOtherwise() {
        StatusWalk walk = new StatusWalk(Diagram.named(OrderCorrelation.PROCESS), (step, found, refusal) ->
                STEPS.getOrDefault(step, (same, none) -> Set.of(same)).after(found, refusal));

        Set<Move> moves = walk.from(CREATED);

        assertThat(moves).containsExactlyInAnyOrderElementsOf(table());
    }

    @Test
    void everyStepThatMovesAnOrderIsKnownHere() {
        JavaClasses code = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.orderflow.process");

        Set<String> moving = code.stream().filter(type -> type.isAssignableTo(JavaDelegate.class))
                .filter(ProcessModelStatusTests::movesAnOrder).map(JavaClass::getSimpleName).collect(Collectors.toSet());

        assertThat(moving).isEqualTo(STEPS.keySet());
    }

    /** The moves of the table between statuses that are drawn. */
    private static Set<Move> table() {
        return Stream.of(OrderStatus.values()).filter(status -> !NOT_YET_DRAWN.contains(status))
                .flatMap(from -> from.next().stream().filter(to -> !NOT_YET_DRAWN.contains(to)).map(to -> new Move(from, to)))
                .collect(Collectors.toSet());
    }

    /** What only notes something about an order, or holds it, does not move it. */
    private static boolean movesAnOrder(JavaClass type) {
        return type.getMethodCallsFromSelf().stream().filter(call -> call.getTargetOwner().isEquivalentTo(OrderProgress.class))
                .anyMatch(call -> !call.getName().matches("note[A-Z].*|hold"));
    }
}
