package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.HeldCall;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.placing.CannotCancel;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.asking.CarrierClerk;
import io.orderflow.shipping.carriers.CarrierBooks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What happens to an order while a carrier elsewhere is asked about its parcel: nobody waits for it, and nothing is
 * lost.
 */
@ShopTest
class SlowCarrierTests extends ShopScenario {

    @Autowired
    CarrierBooks carrier;

    @Autowired
    CarrierClerk clerk;

    @Autowired
    ManagementService management;

    Sku sku;
    CouponCode coupon;
    OrderNumber order;

    @BeforeEach
    void payOrder() throws Exception {
        carrier.moveAway();
        sku = shop.product(10);
        coupon = shop.coupon(1);
        order = shop.place(sku, 2, coupon);
        shop.pay(order, "card");
        shop.letOneStepBeDone(order);
        assertWaitsAt("Task_AwaitBooking");
    }

    @AfterEach
    void comeBack() {
        carrier.comeBack();
    }

    // ---- booking

    @Test
    void bookedParcelGoesItsWay() throws Exception {
        shop.letCarrierBeAsked(order);

        assertWaitsAt("Task_AwaitHandOver");
        assertThat(shop.order(order).shipment().trackingNumber()).isEqualTo("SIM-" + order + "-1");
        staff.news(order, "shipment.in_transit", 1, Duration.ZERO);
        assertEnds(OrderStatus.SHIPPED);
    }

    @Test
    void answerThatGotLostIsHeardTheNextTime() throws Exception {
        carrier.loseAnswer(order);
        shop.letCarrierBeAsked(order);
        assertWaitsAt("Task_AwaitBooking");

        staff.later(Duration.ofSeconds(1));
        shop.letCarrierBeAsked(order);

        assertWaitsAt("Task_AwaitHandOver");
        assertEnds(OrderStatus.PROCESSING);
    }

    @Test
    void orderIsNotHeldWhileTheCarrierThinks() throws Exception {
        HeldCall call = carrier.hold(order);
        CompletableFuture<Void> asking = CompletableFuture.runAsync(() -> shop.letCarrierBeAsked(order));
        call.awaitReached();

        shop.cancel(order);
        staff.work(order);
        boolean cancelledMeanwhile = shop.order(order).cancellationRequested();
        call.answer();
        asking.join();

        assertThat(cancelledMeanwhile).isTrue();
        assertThat(carrier.wasAskedWithinTransaction()).isFalse();
        assertEnds(OrderStatus.REFUNDED);
        assertThat(carrier.calls("recall", order, 1)).isOne();
    }

    @Test
    void refusedParcelIsAnIncidentWithTheCarriersWordsUntilAPersonHasItAskedForAgain() throws Exception {
        carrier.refuse(order, "no such street");
        shop.letCarrierBeAsked(order);
        Incident incident = incidentAt("Task_RetryBooking", "no such street");

        carrier.relent(order);
        retry(incident);

        assertWaitsAt("Task_AwaitHandOver");
        assertThat(runtime.createIncidentQuery().incidentId(incident.getId()).count())
                .isZero();
        assertEnds(OrderStatus.PROCESSING);
    }

    @Test
    void parcelWithoutAnswerIsAnIncidentAfterAllTries() throws Exception {
        carrier.fallSilent(order);
        askInVain();
        Incident incident = incidentAt("Task_RetryBooking", "no answer in time");

        carrier.relent(order);
        retry(incident);

        assertEnds(OrderStatus.PROCESSING);
    }

    @Test
    void carrierThatFailsForTenMinutesIsNobodysWork() throws Exception {
        carrier.fallSilent(order);
        for (int seconds = 0; seconds < 600; seconds++) {
            shop.letCarrierBeAsked(order);
            staff.later(Duration.ofSeconds(1));
        }
        assertWaitsAt("Task_AwaitBooking");
        carrier.relent(order);
        staff.later(Duration.ofMinutes(10));

        shop.letCarrierBeAsked(order);

        assertThat(shop.order(order).shipment().attempt()).isOne();
        assertEnds(OrderStatus.PROCESSING);
    }

    @Test
    void nodeThatDiesBetweenQuestionAndAnswerIsTakenOver() throws Exception {
        clerk.claimAndDie(order);
        boolean asked = clerk.serve(order);
        staff.later(CarrierBooks.PATIENCE);

        shop.letCarrierBeAsked(order);

        assertThat(asked).isFalse();
        assertWaitsAt("Task_AwaitHandOver");
        assertEnds(OrderStatus.PROCESSING);
    }

    @Test
    void newsThatComesBeforeTheAnswerIsHeardAfterIt() throws Exception {
        staff.news(order, "shipment.delivered", 1, Duration.ZERO);
        OrderStatus before = shop.order(order).status();

        shop.letCarrierBeAsked(order);

        assertThat(before).isEqualTo(OrderStatus.PROCESSING);
        assertEnds(OrderStatus.COMPLETED);
    }

    @Test
    void answerThatASuspendedProcessDoesNotHearIsToldAgain() throws Exception {
        String process = shop.process(order).getId();
        runtime.suspendProcessInstanceById(process);
        shop.letCarrierBeAsked(order);
        staff.later(Duration.ofSeconds(30));
        shop.letCarrierBeAsked(order);
        runtime.activateProcessInstanceById(process);
        assertWaitsAt("Task_AwaitBooking");

        staff.later(Duration.ofSeconds(30));
        shop.letCarrierBeAsked(order);

        assertWaitsAt("Task_AwaitHandOver");
        staff.later(Duration.ofDays(1));
        assertThat(clerk.serve(order)).as("told once more").isFalse();
        assertThat(carrier.calls("book", order, 1)).isOne();
        assertEnds(OrderStatus.PROCESSING);
    }

    @Test
    void answerIsNotToldToAProcessThatHasGone() {
        runtime.deleteProcessInstance(shop.process(order).getId(), "by hand");

        shop.letCarrierBeAsked(order);
        staff.later(Duration.ofDays(1));

        assertThat(clerk.serve(order)).isFalse();
    }

    // ---- cancelling

    @Test
    void cancelledOrderWithdrawsWhatWasNotAskedFor() throws Exception {
        shop.cancel(order);

        assertEnds(OrderStatus.REFUNDED);
        assertThat(carrier.calls("book", order, 1) + carrier.calls("recall", order, 1))
                .isZero();
    }

    @Test
    void cancelledOrderRecallsWhatIsBookedAfterwards() throws Exception {
        Runnable answer = clerk.ask(order);
        shop.cancel(order);
        staff.work(order);
        assertWaitsAt("Task_AwaitRecall");

        answer.run();

        assertThat(carrier.parcels(order)).isOne();
        assertThat(gateway.refunded(order)).isZero();
        assertEnds(OrderStatus.REFUNDED);
    }

    @Test
    void cancelledOrderRecallsWhatMayBeBooked() throws Exception {
        carrier.loseAnswer(order);
        shop.letCarrierBeAsked(order);
        assertThat(carrier.parcels(order)).isOne();

        shop.cancel(order);

        assertEnds(OrderStatus.REFUNDED);
    }

    @Test
    void orderWhoseParcelIsRefusedCanBeCancelled() throws Exception {
        carrier.refuse(order, "no such street");
        shop.letCarrierBeAsked(order);
        incidentAt("Task_RetryBooking", "no such street");

        shop.cancel(order);

        assertEnds(OrderStatus.REFUNDED);
        assertThat(carrier.calls("recall", order, 1)).isZero();
    }

    @Test
    void orderWithoutAnyAnswerCanBeCancelled() throws Exception {
        carrier.loseAnswer(order);
        shop.letCarrierBeAsked(order);
        carrier.fallSilent(order);
        askInVain();
        incidentAt("Task_RetryBooking", "no answer in time");
        carrier.relent(order);

        shop.cancel(order);

        assertEnds(OrderStatus.REFUNDED);
        assertThat(carrier.calls("recall", order, 1)).isOne();
    }

    @Test
    void refundWaitsUntilTheParcelIsRecalled() throws Exception {
        shop.letCarrierBeAsked(order);
        carrier.fallSilent(order);

        shop.cancel(order);
        staff.work(order);
        askInVain();

        Incident incident = incidentAt("Task_RetryRecall", "no answer in time");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PROCESSING);
        assertThat(gateway.refunded(order)).isZero();
        assertThat(shop.stock(sku).onHand()).isEqualTo(8);
        carrier.relent(order);
        retry(incident);
        assertEnds(OrderStatus.REFUNDED);
    }

    @Test
    void refusedRecallIsAnIncidentUntilAPersonHasSeenToTheParcel() throws Exception {
        shop.letCarrierBeAsked(order);
        carrier.refuse(order, "on its way already");
        shop.cancel(order);
        staff.work(order);
        shop.letCarrierBeAsked(order);
        staff.news(order, "shipment.in_transit", 1, Duration.ZERO);
        retry(incidentAt("Task_RetryRecall", "on its way already"));
        assertThat(gateway.refunded(order)).isZero();
        Incident again = incidentAt("Task_RetryRecall", "for the second time");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PROCESSING);

        carrier.relent(order);
        carrier.takeBack(order);
        retry(again);

        assertEnds(OrderStatus.REFUNDED);
        assertThat(carrier.calls("recall", order, 1)).isEqualTo(2);
    }

    @Test
    void handedOverParcelIsNotCancelled() throws Exception {
        shop.letCarrierBeAsked(order);
        staff.news(order, "shipment.in_transit", 1, Duration.ZERO);

        assertThatThrownBy(() -> shop.cancel(order)).isInstanceOf(CannotCancel.class);

        assertEnds(OrderStatus.SHIPPED);
        assertThat(carrier.calls("recall", order, 1)).isZero();
    }

    @Test
    void recallThatASuspendedProcessDoesNotHearIsToldAgain() throws Exception {
        shop.letCarrierBeAsked(order);
        shop.cancel(order);
        staff.work(order);
        String process = shop.process(order).getId();
        runtime.suspendProcessInstanceById(process);
        shop.letCarrierBeAsked(order);
        runtime.activateProcessInstanceById(process);
        assertWaitsAt("Task_AwaitRecall");

        assertEnds(OrderStatus.REFUNDED);
        assertThat(carrier.calls("recall", order, 1)).isOne();
    }

    private void askInVain() {
        for (int tried = 0; tried < 8; tried++) {
            shop.letCarrierBeAsked(order);
            staff.later(Duration.ofMinutes(10));
        }
    }

    /** The order's job that fails on purpose, as Cockpit shows it. */
    private Incident incidentAt(String step, String words) {
        assertWaitsAt(step);
        assertThatThrownBy(() -> management.executeJob(shop.nextWork(order).getId()))
                .hasMessageContaining(words)
                .hasMessageContaining(order + "-1");
        Incident incident = runtime.createIncidentQuery()
                .processInstanceId(shop.process(order).getId())
                .singleResult();
        assertThat(incident.getActivityId()).isEqualTo(step);
        assertThat(incident.getIncidentMessage()).contains(words);
        return incident;
    }

    private void retry(Incident incident) {
        management.setJobRetries(incident.getConfiguration(), 1);
        management.executeJob(incident.getConfiguration());
        shop.letCarrierBeAsked(order);
    }

    private void assertWaitsAt(String element) {
        assertThat(runtime.getActiveActivityIds(shop.process(order).getId())).containsExactly(element);
    }

    private void assertEnds(OrderStatus status) throws Exception {
        staff.finish(new Assortment(Map.of(sku, 10), List.of(coupon)));
        assertThat(shop.order(order).status()).isEqualTo(status);
        if (status == OrderStatus.REFUNDED) {
            assertThat(carrier.parcels(order)).isZero();
            assertThat(gateway.refunded(order))
                    .isEqualTo(gateway.charged(order))
                    .isPositive();
        }
    }
}
