package io.orderflow.shipping.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.GoodsReturned;
import io.orderflow.shipping.Shipment;
import io.orderflow.shipping.ShipmentBooked;
import io.orderflow.shipping.ShipmentContradicted;
import io.orderflow.shipping.ShipmentDelivered;
import io.orderflow.shipping.ShipmentFailed;
import io.orderflow.shipping.ShipmentHandedOver;
import io.orderflow.shipping.ShipmentProgressed;
import io.orderflow.shipping.ShipmentStatus;
import io.orderflow.shipping.inbox.CarrierEvent.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CarrierInboxIntegrationTests extends ShippingScenario {

    @Test
    void followsTheParcel() {
        Shipment shipment = book(1);
        var now = clock.instant();

        tell("shipment.in_transit", -3, shipment.trackingNumber());
        tell("shipment.out_for_delivery", -2, shipment.trackingNumber());
        tell("shipment.delivered", -1, shipment.trackingNumber());

        assertThat(heard())
                .containsExactly(
                        booked(1),
                        new ShipmentHandedOver(order, 1, now.minusSeconds(3)),
                        new ShipmentProgressed(order, 1, ShipmentStatus.OUT_FOR_DELIVERY, now.minusSeconds(2)),
                        new ShipmentDelivered(order, 1, now.minusSeconds(1), false, false));
    }

    @Test
    void writesTheRowOfWhatItAppliesOnce() {
        shipping.book(order, 1);

        String applied = tell("shipment.in_transit", 0);
        String ignored = tell("shipment.in_transit", 1);

        assertThat(List.of(outcome(applied), outcome(ignored))).containsExactly(Outcome.APPLIED, Outcome.IGNORED);
        assertThat(jdbc.queryForList(
                        "select version from carrier_event where order_number = ?", Long.class, order.value()))
                .containsOnly(0L);
    }

    @Test
    void appliesRepeatedMessageOnce() {
        shipping.book(order, 1);
        var message = message("msg_" + order, "event-" + order, "return.received", 0, null);

        boolean first = inbox.receive(message);
        boolean second = inbox.receive(message);

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(heard()).containsExactly(booked(1), new GoodsReturned(order, clock.instant()));
    }

    @Test
    void appliesOneEventInTwoMessagesOnce() {
        shipping.book(order, 1);

        inbox.receive(message("msg_1_" + order, "event-" + order, "return.received", 0, null));
        boolean second = inbox.receive(message("msg_2_" + order, "event-" + order, "return.received", 0, null));

        assertThat(second).isFalse();
        assertThat(heard()).hasSize(2);
    }

    /** As a carrier does that gives no name and counts the events of each parcel. */
    @Test
    void knowsEventsByTheParcelTheyAreAbout() {
        Shipment first = book(1);
        OrderNumber other = new OrderNumber("ORD-" + UUID.randomUUID());
        shipping.book(other, 1);
        Shipment second = shipping.ofOrder(other).get(0);

        List<Boolean> isNew = Stream.of(first, second, first)
                .map(parcel -> inbox.receive(new CarrierMessage(
                        "msg_" + UUID.randomUUID(),
                        "shipment.in_transit",
                        null,
                        "1",
                        parcel.trackingNumber(),
                        null,
                        null,
                        clock.instant())))
                .toList();

        assertThat(isNew).containsExactly(true, true, false);
        assertThat(shipping.ofOrder(other).get(0).status()).isEqualTo(ShipmentStatus.IN_TRANSIT);
        shipping.cancel(other);
    }

    @Test
    void knowsEventsThatNameNoParcelByTheOrderTheyAreAbout() {
        String other = "ORD-" + UUID.randomUUID();
        Instant at = clock.instant();

        List<Boolean> isNew = Stream.of(order.value(), other, other)
                .map(named -> inbox.receive(counted(named, at)))
                .toList();

        assertThat(isNew).containsExactly(true, true, false);
    }

    /** As a carrier does that gives no name and no tracking number: the order's second parcel begins at 1 again. */
    @Test
    void knowsEventsOfSeveralParcelsOfAnOrderByTheirTime() {
        Instant first = clock.instant();
        Instant second = first.plusMillis(1);

        List<Boolean> isNew = Stream.of(first, second, first, second, first.plusNanos(1000))
                .map(at -> inbox.receive(counted(order.value(), at)))
                .toList();

        assertThat(isNew).containsExactly(true, true, false, false, false);
    }

    private static CarrierMessage counted(String named, Instant at) {
        return new CarrierMessage("msg_" + UUID.randomUUID(), "shipment.in_transit", null, "1", null, named, null, at);
    }

    @Test
    void takesEventsWithoutIdForDifferentOnes() {
        boolean first = inbox.receive(message("msg_1_" + order, null, "shipment.in_transit", 0, null));
        boolean second = inbox.receive(message("msg_2_" + order, null, "shipment.in_transit", 0, null));

        assertThat(first).isTrue();
        assertThat(second).isTrue();
    }

    @Test
    void deliveryImpliesHandOver() {
        shipping.book(order, 1);

        tell("shipment.delivered", 0);

        assertThat(heard())
                .containsExactly(
                        booked(1),
                        new ShipmentHandedOver(order, 1, clock.instant()),
                        new ShipmentDelivered(order, 1, clock.instant(), false, false));
    }

    @Test
    void failureImpliesHandOver() {
        shipping.book(order, 1);

        tell("shipment.failure", 0);

        assertThat(heard())
                .containsExactly(
                        booked(1),
                        new ShipmentHandedOver(order, 1, clock.instant()),
                        new ShipmentFailed(order, 1, ShipmentStatus.FAILED, "in the carrier's words", clock.instant()));
    }

    @Test
    void returnToSenderEndsTheAttempt() {
        shipping.book(order, 1);
        tell("shipment.in_transit", -1);

        tell("shipment.return_to_sender", 0);

        assertThat(status()).isEqualTo(ShipmentStatus.RETURN_TO_SENDER);
        assertThat(heard())
                .endsWith(new ShipmentFailed(
                        order, 1, ShipmentStatus.RETURN_TO_SENDER, "in the carrier's words", clock.instant()));
    }

    @Test
    void lateNewsChangesNothing() {
        shipping.book(order, 1);
        tell("shipment.delivered", -1);
        int before = heard().size();

        String late = tell("shipment.in_transit", -5);
        String older = tell("shipment.failure", -2);

        assertThat(outcome(late)).isEqualTo(Outcome.IGNORED);
        assertThat(outcome(older)).isEqualTo(Outcome.IGNORED);
        assertThat(heard()).hasSize(before);
        assertThat(status()).isEqualTo(ShipmentStatus.DELIVERED);
    }

    @Test
    void contradictionIsToldOnceAndMovesNothing() {
        shipping.book(order, 1);
        tell("shipment.delivered", -1);

        List<String> wrong = List.of(tell("shipment.failure", 0), tell("shipment.failure", 1));

        assertThat(wrong).extracting(this::outcome).containsExactly(Outcome.NOTED, Outcome.IGNORED);
        assertThat(heard())
                .filteredOn(ShipmentContradicted.class::isInstance)
                .containsExactly(new ShipmentContradicted(order, 1, ShipmentStatus.FAILED, clock.instant()));
        assertThat(status()).isEqualTo(ShipmentStatus.DELIVERED);
    }

    @Test
    void deliveryCountsWhateverWasToldBefore() {
        shipping.book(order, 1);
        tell("shipment.failure", -3);
        tell("return.received", -2);

        tell("shipment.delivered", -1);

        assertThat(status()).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(heard())
                .endsWith(new ShipmentDelivered(order, 1, clock.instant().minusSeconds(1), true, true));
    }

    @Test
    void appliesWaitingNewsAsItHappened() {
        tell("shipment.delivered", -1);
        tell("shipment.out_for_delivery", -2);
        tell("shipment.in_transit", -3);

        shipping.book(order, 1);
        inbox.applyEarly(booked(1));

        assertThat(heard())
                .extracting(event -> (Object) event.getClass())
                .containsExactly(
                        ShipmentBooked.class,
                        ShipmentHandedOver.class,
                        ShipmentProgressed.class,
                        ShipmentDelivered.class);
    }

    @Test
    void passesOnWhatTheCarrierWroteEvenTheFuture() {
        shipping.book(order, 1);

        tell("shipment.delivered", 86_400);

        assertThat(heard())
                .endsWith(new ShipmentDelivered(order, 1, clock.instant().plusSeconds(86_400), false, false));
    }

    @Test
    void futureDateKeepsNoLaterNewsFromCounting() {
        shipping.book(order, 1);
        tell("shipment.out_for_delivery", 86_400);
        inbox.applyDue();
        clock.advance(Duration.ofMinutes(1));

        String failed = tell("shipment.failure", 0);
        inbox.applyDue();

        assertThat(outcome(failed)).isEqualTo(Outcome.APPLIED);
        assertThat(status()).isEqualTo(ShipmentStatus.FAILED);
    }

    @Test
    void earlyNewsKeepsItsTimeUntilItIsApplied() {
        var happened = clock.instant().minusSeconds(3);
        tell("shipment.delivered", -3);
        for (int tries = 0; tries < 5; tries++) {
            inbox.applyDue();
            clock.advance(Duration.ofMinutes(1));
        }

        shipping.book(order, 1);
        inbox.applyEarly(booked(1));

        assertThat(heard())
                .containsExactly(
                        booked(1),
                        new ShipmentHandedOver(order, 1, happened),
                        new ShipmentDelivered(order, 1, happened, false, false));
    }

    @Test
    void earlyNewsWaitsForTheBooking() {
        String early = tell("shipment.in_transit", 0);
        for (int tries = 0; tries < 8; tries++) {
            inbox.applyDue();
            clock.advance(Duration.ofMinutes(1));
        }

        shipping.book(order, 1);
        inbox.applyEarly(booked(1));

        assertThat(outcome(early)).isEqualTo(Outcome.APPLIED);
        assertThat(status()).isEqualTo(ShipmentStatus.IN_TRANSIT);
    }

    @Test
    void earlyNewsIsTriedLaterAndLaterButAtLeastEveryMinute() {
        String early = tell("shipment.in_transit", 0);
        for (int tries = 0; tries < 100; tries++) {
            inbox.applyDue();
            Duration wait = Duration.between(
                    clock.instant(), events.find(early).orElseThrow().nextAttemptAt());

            assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
            clock.advance(wait);
        }

        assertThat(outcome(early)).isEqualTo(Outcome.PENDING);
    }

    @Test
    void newsOfUnknownShipmentsIsRecordedAndStillAppliedWhenBookedAfterAll() {
        String unknown = tell("shipment.in_transit", 0);
        clock.advance(Duration.ofDays(15));
        inbox.applyDue();

        assertThat(outcome(unknown)).isEqualTo(Outcome.UNKNOWN);

        shipping.book(order, 1);
        inbox.applyEarly(booked(1));

        assertThat(outcome(unknown)).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void recordsUnknownTypes() {
        shipping.book(order, 1);

        String id = tell("shipment.teleported", 0);

        assertThat(outcome(id)).isEqualTo(Outcome.IGNORED);
        assertThat(status()).isEqualTo(ShipmentStatus.BOOKED);
    }

    @Test
    void cancelledShipmentMovesNoMore() {
        shipping.book(order, 1);
        shipping.cancel(order);

        String late = tell("shipment.delivered", 0);
        String back = tell("return.received", 0);

        assertThat(outcome(late)).isEqualTo(Outcome.NOTED);
        assertThat(outcome(back)).isEqualTo(Outcome.IGNORED);
        assertThat(status()).isEqualTo(ShipmentStatus.CANCELLED);
        assertThat(heard())
                .containsExactly(
                        booked(1), new ShipmentContradicted(order, 1, ShipmentStatus.DELIVERED, clock.instant()));
    }

    @Test
    void earlierAttemptIsStillHeardOf() {
        Shipment first = book(1);
        tell("shipment.failure", 0);
        shipping.book(order, 2);

        tell("shipment.delivered", 0, first.trackingNumber());

        assertThat(heard()).endsWith(new ShipmentDelivered(order, 1, clock.instant(), true, false));
        assertThat(shipping.ofOrder(order))
                .extracting(Shipment::status)
                .containsExactly(ShipmentStatus.DELIVERED, ShipmentStatus.BOOKED);
    }

    @Test
    void oldNewsThatNamesOnlyTheOrderIsAboutTheEarlierAttempt() {
        shipping.book(order, 1);
        tell("shipment.failure", 0);
        clock.advance(Duration.ofMinutes(10));
        shipping.book(order, 2);

        String old = tell("shipment.in_transit", -300);
        tell("shipment.delivered", -200);
        String current = tell("shipment.out_for_delivery", 0);

        assertThat(outcome(old)).isEqualTo(Outcome.NOTED);
        assertThat(outcome(current)).isEqualTo(Outcome.APPLIED);
        assertThat(shipping.ofOrder(order))
                .extracting(Shipment::status)
                .containsExactly(ShipmentStatus.DELIVERED, ShipmentStatus.OUT_FOR_DELIVERY);
    }

    @Test
    void parcelOfAnotherOrderIsNotMoved() {
        Shipment shipment = book(1);

        String id = "msg_" + UUID.randomUUID();
        inbox.receive(new CarrierMessage(
                id, "shipment.delivered", "cj", id, shipment.trackingNumber(), "ORD-another", null, clock.instant()));
        String back = "msg_" + UUID.randomUUID();
        inbox.receive(new CarrierMessage(
                back, "return.received", "cj", back, shipment.trackingNumber(), "ORD-another", null, clock.instant()));

        assertThat(outcome(id)).isEqualTo(Outcome.IGNORED);
        assertThat(outcome(back)).isEqualTo(Outcome.IGNORED);
        assertThat(heard()).containsExactly(booked(1));
    }

    @Test
    void failingListenerLosesNothing() {
        shipping.book(order, 1);
        listener.failNext(21);
        String id = tell("shipment.in_transit", 0);
        clock.advance(Duration.ofSeconds(1));

        for (int tries = 0; tries < 20; tries++) {
            inbox.applyDue();
            assertThat(status()).isEqualTo(ShipmentStatus.BOOKED);
            clock.advance(Duration.ofMinutes(1));
        }
        inbox.applyDue();

        assertThat(outcome(id)).isEqualTo(Outcome.APPLIED);
        assertThat(status()).isEqualTo(ShipmentStatus.IN_TRANSIT);
        assertThat(heard()).hasSize(2);
    }

    @Test
    void failingListenerIsTriedAgainAfterOneSecond() {
        shipping.book(order, 1);
        listener.failNext(1);
        String id = tell("shipment.in_transit", 0);
        inbox.applyDue();
        assertThat(outcome(id)).isEqualTo(Outcome.PENDING);

        clock.advance(Duration.ofSeconds(1));
        inbox.applyDue();

        assertThat(outcome(id)).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void repeatOfWhatCouldNotBeAppliedIsNotNew() {
        shipping.book(order, 1);
        listener.failNext(2);
        var message = message("msg_" + order, "event-" + order, "shipment.in_transit", 0, null);

        boolean first = inbox.receive(message);
        boolean second = inbox.receive(message);

        assertThat(List.of(first, second)).containsExactly(true, false);
        assertThat(outcome("msg_" + order)).isEqualTo(Outcome.PENDING);
    }

    @Test
    void withinATransactionItFailsWithIt() {
        shipping.book(order, 1);
        listener.failNext(1);
        var message = message("msg_" + order, "event-" + order, "shipment.in_transit", 0, null);

        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.executeWithoutResult(status -> inbox.receive(message)));

        assertThat(events.find("msg_" + order)).isEmpty();
    }

    @Test
    void earlyNewsIsWokenByWhateverItNames() {
        String parcelOnly = "msg_" + UUID.randomUUID();
        inbox.receive(new CarrierMessage(
                parcelOnly, "shipment.in_transit", "cj", null, "SIM-" + order + "-1", null, null, clock.instant()));
        String orderToo = tell("shipment.out_for_delivery", 0, "ANOTHER-" + order);

        shipping.book(order, 1);
        inbox.applyEarly(booked(1));

        assertThat(List.of(outcome(parcelOnly), outcome(orderToo))).containsOnly(Outcome.APPLIED);
    }

    private ShipmentBooked booked(int attempt) {
        return new ShipmentBooked(
                order,
                attempt,
                "simulated",
                shipping.ofOrder(order).get(attempt - 1).trackingNumber());
    }
}
