package io.orderflow.order;

import static io.orderflow.order.OrderStory.ALICE;
import static io.orderflow.order.OrderStory.EXPIRY;
import static io.orderflow.order.OrderStory.NOW;
import static io.orderflow.order.OrderStory.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.orderflow.shared.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTests {

    private final OrderStory story = new OrderStory();
    private final Order order = story.order();

    // ---- the ways it goes

    @Test
    void goesFromPlacementToDelivery() throws Exception {
        story.deliver();

        assertThat(story.statuses()).containsExactly(OrderStatus.CREATED, OrderStatus.PAID, OrderStatus.PROCESSING,
                OrderStatus.SHIPPED, OrderStatus.COMPLETED);
        assertThat(order.returnUntil()).isEqualTo(EXPIRY);
    }

    @Test
    void isRefundedOnlyWhenEveryWonIsBack() {
        story.pay();
        order.callOff(Optional.of(OrderReason.OUT_OF_STOCK), null, NOW);
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
        order.callOff(Optional.of(OrderReason.PAYMENT_DECLINED), null, NOW);

        assertThat(order.status()).isEqualTo(OrderStatus.FAILED);
        assertThat(order.declineCode()).isEqualTo("REJECT_CARD_COMPANY");
        assertThat(order.close(NOW)).isEqualTo(OrderResult.DECLINED);
    }

    @Test
    void givesTheReasonOfWhoeverWantedItCancelledPrecedence() {
        story.wantCancelled();
        order.callOff(Optional.of(OrderReason.RESERVATION_EXPIRED), null, NOW);

        OrderEventView last = story.lastEvent();
        assertThat(last.reason()).isEqualTo(OrderReason.CUSTOMER_REQUEST);
        assertThat(last.actor()).isEqualTo("alice");
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

    // ---- what is refused

    @Test
    void refusesIllegalMovesNamingItsState() throws Exception {
        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> order.markShipped(NOW))
                .withMessage("order ORD-20261101-ABCDEFGH is CREATED and cannot become SHIPPED");
        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> order.complete(NOW, NOW))
                .withMessageContaining("is CREATED and cannot become COMPLETED");
        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> order.startPreparation(NOW))
                .withMessageContaining("is CREATED and cannot become PROCESSING");

        story.deliver();

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> order.callOff(Optional.of(OrderReason.OPS_DECISION), null, NOW))
                .withMessageContaining("is COMPLETED and cannot become CANCELLED");
    }

    @Test
    void leavesNoTraceOfRefusedMove() {
        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> order.markShipped(NOW));

        assertThat(order.status()).isEqualTo(OrderStatus.CREATED);
        assertThat(story.statuses()).containsExactly(OrderStatus.CREATED);
    }

    @Test
    void isNotCalledOffWithoutReason() {
        assertThatIllegalStateException().isThrownBy(() -> order.callOff(Optional.empty(), null, NOW))
                .withMessageContaining("without a reason");
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void finalStatesAreNeitherLeftNorCancellable(OrderStatus status) {
        boolean ended = status.next().isEmpty();

        assertThat(ended).isEqualTo(List.of(OrderStatus.REFUNDED, OrderStatus.FAILED, OrderStatus.RETURNED).contains(status));
        assertThat(status.isCancellable()).isEqualTo(List.of(OrderStatus.CREATED, OrderStatus.PAID, OrderStatus.PROCESSING)
                .contains(status));
    }
}
