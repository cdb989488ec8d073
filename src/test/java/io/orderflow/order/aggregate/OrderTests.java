package io.orderflow.order.aggregate;

import static io.orderflow.order.aggregate.OrderStory.ALICE;
import static io.orderflow.order.aggregate.OrderStory.EXPIRY;
import static io.orderflow.order.aggregate.OrderStory.NOW;
import static io.orderflow.order.aggregate.OrderStory.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.orderflow.order.CancellationRequested;
import io.orderflow.order.IllegalTransition;
import io.orderflow.order.OrderEventView;
import io.orderflow.order.OrderReason;
import io.orderflow.order.OrderResult;
import io.orderflow.order.OrderStatus;
import io.orderflow.shared.Actor;
import io.orderflow.shared.Money;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.ShippingAddress;
import io.orderflow.shared.Sku;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTests {

    private static final Actor OPS = new Actor("olivia");
    private static final ShippingAddress ELSEWHERE =
            new ShippingAddress("Alice", "010-1234-5678", "2 Haeundae-ro", null, "Busan", "48094", "KR");

    private final OrderStory story = new OrderStory();
    private final Order order = story.order();

    // ---- the ways it goes

    @Test
    void goesFromPlacementToDelivery() throws Exception {
        story.deliver();

        assertThat(story.statuses())
                .containsExactly(
                        OrderStatus.CREATED,
                        OrderStatus.PAID,
                        OrderStatus.PROCESSING,
                        OrderStatus.SHIPPED,
                        OrderStatus.COMPLETED);
        assertThat(order.view(delivered -> delivered.plusSeconds(1), NOW).returnUntil())
                .isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void isRefundedOnlyWhenEveryWonIsBack() {
        story.pay();
        order.callOff(Optional.of(OrderReason.OUT_OF_STOCK), NOW);
        OrderResult owed = order.close(NOW);
        order.noteRefund(Money.won(9_999), NOW);
        OrderResult stillOwed = order.close(NOW);
        order.noteRefund(PRICE, NOW);
        OrderResult settled = order.close(NOW);

        assertThat(List.of(owed, stillOwed, settled))
                .containsExactly(OrderResult.MONEY_OWED, OrderResult.MONEY_OWED, OrderResult.REFUNDED);
        assertThat(story.statuses()).endsWith(OrderStatus.PAID, OrderStatus.CANCELLED, OrderStatus.REFUNDED);
    }

    @Test
    void failsWhenPaymentIsDeclinedEvenIfCancellationIsWanted() {
        order.submitPayment("key", "CARD", ALICE, NOW);
        story.wantCancelled();
        order.noteDecline("REJECT_CARD_COMPANY");
        order.fail(NOW);
        order.fail(NOW);

        assertThat(order.status()).isEqualTo(OrderStatus.FAILED);
        assertThat(order.declineCode()).isEqualTo("REJECT_CARD_COMPANY");
        assertThat(story.lastEvent().reason()).isEqualTo(OrderReason.PAYMENT_DECLINED);
    }

    @Test
    void givesTheReasonOfWhoeverWantedItCancelledPrecedence() {
        story.wantCancelled();
        order.callOff(Optional.of(OrderReason.RESERVATION_EXPIRED), NOW);

        OrderEventView last = story.lastEvent();
        assertThat(last.reason()).isEqualTo(OrderReason.CUSTOMER_REQUEST);
        assertThat(last.actor()).isEqualTo(ALICE);
        assertThat(order.close(NOW)).isEqualTo(OrderResult.CANCELLED);
    }

    @Test
    void doesNotStartPreparationWhenCancellationIsWanted() {
        story.pay();
        story.wantCancelled();

        assertThatExceptionOfType(CancellationRequested.class).isThrownBy(() -> order.startPreparation(NOW));
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void awaitsPaymentUntilItsReservationExpires() {
        assertThat(order.awaitsPayment(EXPIRY.minusMillis(1))).isTrue();
        assertThat(order.awaitsPayment(EXPIRY)).isFalse();

        order.submitPayment("key", "CARD", ALICE, NOW);

        assertThat(order.awaitsPayment(NOW)).isFalse();
        assertThat(order.knowsPayment("key")).isTrue();
        assertThat(order.knowsPayment("another")).isFalse();
    }

    // ---- failing to deliver, and coming back

    @Test
    void isShippedAgainToTheCorrectedAddress() throws Exception {
        story.failToShip();
        order.shipAgain(ELSEWHERE, OPS, NOW);
        order.markShipped(null, NOW);

        assertThat(order.address()).isEqualTo(ELSEWHERE);
        assertThat(story.statuses())
                .endsWith(OrderStatus.SHIPPED, OrderStatus.SHIP_FAILED, OrderStatus.PROCESSING, OrderStatus.SHIPPED);
        assertThat(story.events())
                .filteredOn(event -> event.type().equals("SHIPPING_FAILURE_RESOLVED"))
                .extracting(OrderEventView::actor)
                .containsExactly(OPS);
    }

    @Test
    void keepsWhatTheCarrierSaidOnceHoweverOftenItIsMarked() throws Exception {
        story.failToShip();
        order.markShippingFailed(Map.of("kind", "RETURN_TO_SENDER"), null, NOW);

        assertThat(order.status()).isEqualTo(OrderStatus.SHIP_FAILED);
        assertThat(story.events())
                .filteredOn(event -> event.type().equals("SHIPPING_FAILED"))
                .hasSize(1);
    }

    @Test
    void isCalledOffAndRefundedAfterShippingIsGivenUp() throws Exception {
        story.failToShip();
        order.giveUpShipping("GIVE_UP_WRITE_OFF", OPS, NOW);
        OrderStatus meanwhile = order.status();
        order.callOff(Optional.of(OrderReason.SHIPMENT_FAILED), NOW);
        order.noteRefund(PRICE, NOW);
        order.close(NOW);

        assertThat(meanwhile).isEqualTo(OrderStatus.SHIP_FAILED);
        assertThat(story.statuses()).endsWith(OrderStatus.SHIP_FAILED, OrderStatus.CANCELLED, OrderStatus.REFUNDED);
        assertThat(story.lastEvent().reason()).isEqualTo(OrderReason.SHIPMENT_FAILED);
    }

    @Test
    void isReturnedOnlyWhenEveryPieceIsBack() throws Exception {
        story.deliver();
        order.countReturn("R-1", Map.of(), NOW);
        OrderStatus afterNothing = order.status();
        order.countReturn("R-2", Map.of(new Sku("TEA"), new Quantity(1)), NOW);

        assertThat(afterNothing).isEqualTo(OrderStatus.COMPLETED);
        assertThat(order.status()).isEqualTo(OrderStatus.RETURNED);
        assertThat(story.events())
                .filteredOn(event -> event.type().equals("GOODS_RETURNED"))
                .hasSize(2);
    }

    @Test
    void canBeReturnedWhileTheCarrierHasItAndAfterTheCarrierFailed() throws Exception {
        story.failToShip();
        order.countReturn("R-1", Map.of(new Sku("TEA"), new Quantity(1)), NOW);

        assertThat(story.statuses()).endsWith(OrderStatus.SHIP_FAILED, OrderStatus.RETURNED);
    }

    @Test
    void takesNoMorePiecesBackThanWereOrdered() {
        OrderLine line = new OrderLine(new Sku("TEA"), "Tea", PRICE, new Quantity(3), Money.ZERO);
        line.returned(2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.returned(2))
                .withMessage("2 more pieces of TEA cannot have come back");
        assertThatIllegalArgumentException().isThrownBy(() -> line.returned(-1));
        assertThat(line.isReturned()).isFalse();

        line.returned(1);

        assertThat(line.isReturned()).isTrue();
        assertThat(line.view().returnedQuantity()).isEqualTo(3);
    }

    @Test
    void neitherFailsToShipNorShipsAgainBeforeTheCarrierHasIt() {
        story.pay();

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> order.markShippingFailed(Map.of(), null, NOW))
                .withMessageContaining("is PAID and cannot become SHIP_FAILED");
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> order.countReturn("R-1", Map.of(new Sku("TEA"), new Quantity(1)), NOW))
                .withMessageContaining("is PAID and cannot become RETURNED");
    }

    // ---- what is refused

    @Test
    void refusesIllegalMovesNamingItsState() throws Exception {
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> order.markShipped(null, NOW))
                .withMessage("order ORD-20261101-ABCDEFGH is CREATED and cannot become SHIPPED");
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> order.complete(null, NOW))
                .withMessageContaining("is CREATED and cannot become COMPLETED");
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> order.startPreparation(NOW))
                .withMessageContaining("is CREATED and cannot become PROCESSING");

        story.deliver();

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> order.callOff(Optional.of(OrderReason.OPS_DECISION), NOW))
                .withMessageContaining("is COMPLETED and cannot become CANCELLED");
    }

    @Test
    void leavesNoTraceOfRefusedMove() {
        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> order.markShipped(null, NOW));

        assertThat(order.status()).isEqualTo(OrderStatus.CREATED);
        assertThat(story.statuses()).containsExactly(OrderStatus.CREATED);
    }

    @Test
    void isNotCalledOffWithoutReason() {
        assertThatIllegalStateException()
                .isThrownBy(() -> order.callOff(Optional.empty(), NOW))
                .withMessageContaining("without a reason");
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void finalStatesAreNeitherLeftNorCancellable(OrderStatus status) {
        boolean ended = status.next().isEmpty();

        assertThat(ended)
                .isEqualTo(List.of(OrderStatus.REFUNDED, OrderStatus.FAILED, OrderStatus.RETURNED)
                        .contains(status));
        assertThat(status.isCancellable())
                .isEqualTo(List.of(OrderStatus.CREATED, OrderStatus.PAID, OrderStatus.PROCESSING)
                        .contains(status));
    }
}
