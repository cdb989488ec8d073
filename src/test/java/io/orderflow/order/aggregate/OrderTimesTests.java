package io.orderflow.order.aggregate;

import static io.orderflow.order.aggregate.OrderStory.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.order.CancellationRequested;
import io.orderflow.order.OrderEventView;
import io.orderflow.order.OrderView;
import io.orderflow.shared.Actor;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the carrier tells counts from when it happened, if that can be. */
class OrderTimesTests {

    /** Hours after everything up to the booking, which is at 0. */
    private static final Instant HANDED_OVER = hour(2);

    private static final Instant DELIVERED = hour(5);
    private static final Instant HEARD = hour(9);

    private final OrderStory story = new OrderStory();
    private final Order order = story.order();

    @Test
    void countsFromWhenTheCarrierSaysItHappened() throws Exception {
        inPreparation();

        order.markShipped(HANDED_OVER, hour(3));
        order.complete(DELIVERED, HEARD);

        assertThat(view().shippedAt()).isEqualTo(HANDED_OVER);
        assertThat(view().completedAt()).isEqualTo(DELIVERED);
        assertThat(view().returnUntil()).isEqualTo(DELIVERED.plusSeconds(7));
    }

    @Test
    void takesBothBoundsForPossible() throws Exception {
        inPreparation();

        order.markShipped(NOW, hour(1));
        order.complete(HEARD, HEARD);

        assertThat(view().shippedAt()).isEqualTo(NOW);
        assertThat(view().completedAt()).isEqualTo(HEARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2000-01-01T00:00:00Z",
                "2026-11-01T02:59:59.999Z",
                "2026-11-01T12:00:00.001Z",
                "9999-12-31T00:00:00Z"
            })
    void takesWhatCannotBeAsNow(Instant impossible) throws Exception {
        inPreparation();

        order.markShipped(impossible, HEARD);

        assertThat(view().shippedAt()).isEqualTo(HEARD);
        assertThat(story.lastEvent().data()).contains(impossible.toString().substring(0, 19));
    }

    @Test
    void isNotDeliveredBeforeItWasHandedOver() throws Exception {
        inPreparation();
        order.markShipped(HANDED_OVER, hour(3));

        order.complete(HANDED_OVER.minusMillis(1), HEARD);

        assertThat(view().completedAt()).isEqualTo(HEARD);
    }

    /**
     * News of the delivery may overtake everything that we learned late: the order's last step is that of the world.
     */
    @Test
    void isDeliveredBeforeItWasHeardThatItWasHandedOver() throws Exception {
        inPreparation();
        order.markShipped(HANDED_OVER, HEARD);

        order.complete(DELIVERED, HEARD.plusSeconds(1));

        assertThat(view().completedAt()).isEqualTo(DELIVERED);
    }

    @Test
    void isDeliveredAndHandedOverAtOnceWhereOnlyTheDeliveryIsTold() throws Exception {
        inPreparation();

        order.markShipped(DELIVERED, HEARD);
        order.complete(DELIVERED, HEARD);

        assertThat(view().shippedAt()).isEqualTo(view().completedAt()).isEqualTo(DELIVERED);
    }

    @Test
    void isShippedAgainNoEarlierThanThatWasDecided() throws Exception {
        inPreparation();
        order.markShipped(HANDED_OVER, hour(3));
        order.markShippingFailed(Map.of("kind", "FAILED", "detail", ""), DELIVERED, hour(6));
        order.shipAgain(order.address(), Actor.SYSTEM, hour(7));

        order.markShipped(hour(7).minusMillis(1), HEARD);
        assertThat(view().shippedAt()).isEqualTo(HEARD);

        order.complete(HEARD.plusSeconds(1), hour(10));
        assertThat(view().completedAt()).isEqualTo(HEARD.plusSeconds(1));
    }

    @Test
    void countsFromNowWhereNobodyTold() throws Exception {
        inPreparation();

        order.markShipped(null, hour(1));
        order.complete(null, hour(2));

        assertThat(view().shippedAt()).isEqualTo(hour(1));
        assertThat(view().completedAt()).isEqualTo(hour(2));
        assertThat(story.lastEvent().data()).isNull();
    }

    @Test
    void trailKeepsWhenItHappenedAndWhenItBecameKnown() throws Exception {
        inPreparation();

        order.noteShipmentStatus(1, "IN_TRANSIT", Actor.CARRIER, HANDED_OVER, HEARD);
        OrderEventView noted = story.lastEvent();
        order.markShipped(HANDED_OVER, HEARD);
        OrderEventView shipped = story.lastEvent();
        order.markShippingFailed(Map.of("kind", "FAILED", "detail", "wet"), HANDED_OVER, HEARD);
        OrderEventView failed = story.lastEvent();

        assertThat(noted.data())
                .isEqualTo("{\"occurredAt\":\"2026-11-01T05:00:00.000Z\",\"shipmentStatus\":\"IN_TRANSIT\"}");
        assertThat(shipped.data()).isEqualTo("{\"occurredAt\":\"2026-11-01T05:00:00.000Z\"}");
        assertThat(failed.data())
                .isEqualTo("{\"detail\":\"wet\",\"kind\":\"FAILED\",\"occurredAt\":\"2026-11-01T05:00:00.000Z\"}");
        assertThat(story.events())
                .filteredOn(event -> event.actor().equals(Actor.CARRIER))
                .extracting(OrderEventView::occurredAt)
                .containsOnly(HEARD);
    }

    @Test
    void trailKeepsNoSecondTimeThatIsTheSame() throws Exception {
        inPreparation();

        order.markShipped(HEARD, HEARD);

        assertThat(story.lastEvent().data()).isNull();
        assertThat(story.lastEvent().occurredAt()).isEqualTo(HEARD);
    }

    private void inPreparation() throws CancellationRequested {
        story.pay();
        order.startPreparation(NOW);
        order.noteShipment(new ShipmentColumns("MANUAL", "T-1", "BOOKED", 1), NOW);
    }

    private OrderView view() {
        return order.view(delivered -> delivered.plusSeconds(7), HEARD);
    }

    private static Instant hour(int hours) {
        return NOW.plusSeconds(hours * 3600L);
    }
}
