package io.orderflow.order.aggregate;

import static io.orderflow.order.aggregate.OrderStory.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.order.OrderEventView;
import io.orderflow.order.OrderReason;
import io.orderflow.order.OrderResult;
import io.orderflow.order.OrderView;
import io.orderflow.shared.Actor;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an order's audit trail keeps, and that repeated verbs add nothing to it. */
class OrderAuditTests {

    private final OrderStory story = new OrderStory();
    private final Order order = story.order();

    @Test
    void auditTrailCountsWithoutGapsAndEndsWithTheStatus() throws Exception {
        story.deliver();

        List<OrderEventView> events = story.events();
        assertThat(events)
                .extracting(OrderEventView::sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(events)
                .filteredOn(event -> event.to() != null)
                .last()
                .extracting(OrderEventView::to)
                .isEqualTo(order.status());
        assertThat(events).allMatch(event -> event.occurredAt().equals(NOW));
    }

    @Test
    void repeatedVerbsDoNothing() throws Exception {
        story.pay();
        order.markPaid(NOW);
        order.startPreparation(NOW);
        order.startPreparation(NOW);
        order.markShipped(null, NOW);
        order.markShipped(null, NOW.plusSeconds(1));
        order.complete(null, NOW);
        order.complete(null, NOW.plusSeconds(1));

        assertThat(story.statuses()).doesNotHaveDuplicates().hasSize(5);
        OrderView view = order.view(delivered -> delivered, NOW);
        assertThat(List.of(view.shippedAt(), view.completedAt())).containsOnly(NOW);
    }

    @Test
    void refundedTwiceIsToldOnce() {
        story.pay();
        order.callOff(Optional.of(OrderReason.OUT_OF_STOCK), NOW);
        order.noteRefund(OrderStory.PRICE, NOW);
        order.close(NOW);
        order.takeNewEvents();

        order.noteRefund(OrderStory.PRICE, NOW);
        OrderResult again = order.close(NOW);

        assertThat(order.takeNewEvents()).isEmpty();
        assertThat(again).isEqualTo(OrderResult.REFUNDED);
    }

    @Test
    void calledOffTwiceKeepsItsFirstReason() {
        order.callOff(Optional.of(OrderReason.RESERVATION_EXPIRED), NOW);
        order.takeNewEvents();

        order.callOff(Optional.of(OrderReason.OPS_DECISION), NOW);
        order.close(NOW);

        assertThat(order.takeNewEvents()).isEmpty();
        assertThat(order.close(NOW)).isEqualTo(OrderResult.EXPIRED);
    }

    @Test
    void keepsTheFirstCancellationThatSomebodyWanted() {
        boolean first = story.wantCancelled();
        boolean second = order.requestCancellation(
                new CancellationIntent(OrderReason.OPS_DECISION, new Actor("ops"), null), NOW);

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(order.awaitsPayment(NOW)).isFalse();
    }
}
