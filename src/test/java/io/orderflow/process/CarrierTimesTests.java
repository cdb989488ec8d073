package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.TestClock;
import io.orderflow.Together;
import io.orderflow.order.OrderEventView;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.OrderView;
import io.orderflow.returns.ReturnReason;
import io.orderflow.returns.ReturnWindows;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The times of an order are those of the world, from the carrier's message to the end of the window for returns. */
@ShopTest
class CarrierTimesTests extends ShopScenario {

    @Autowired
    CarrierInbox carrier;

    @Autowired
    ReturnWindows windows;

    @Autowired
    HistoryService history;

    /** Nothing but {@link TestClock#advance} moves the clock, so that every time is exactly what a test says. */
    @BeforeEach
    void stopTheClock() {
        clock.stop();
    }

    @AfterEach
    void letTheClockGoOn() {
        clock.goOn();
    }

    @Test
    void followTheCarrier() throws Exception {
        OrderNumber order = inPreparation();
        Instant handedOver = later(Duration.ofHours(2));
        later(Duration.ofHours(1));
        tell(order, "shipment.in_transit", handedOver);
        Instant delivered = later(Duration.ofHours(20));
        later(Duration.ofDays(2));

        tell(order, "shipment.delivered", delivered);

        assertThat(view(order).shippedAt()).isEqualTo(handedOver);
        assertThat(view(order).completedAt()).isEqualTo(delivered);
        assertThat(view(order).returnUntil()).isEqualTo(windows.until(ReturnReason.DEFECTIVE, delivered));
        assertThat(event(order, "ORDER_SHIPPED").data())
                .contains(handedOver.toString().substring(0, 19));
        assertThat(event(order, "ORDER_COMPLETED").occurredAt()).isEqualTo(clock.instant());
        assertThat(event(order, "ORDER_COMPLETED").data())
                .contains(delivered.toString().substring(0, 19));
        assertThat(shop.events(order))
                .filteredOn(event -> event.type().equals("SHIPMENT_UPDATED"))
                .extracting(OrderEventView::data)
                .allSatisfy(data -> assertThat(data).contains("occurredAt"));
    }

    @Test
    void areNowWhereTheCarrierWritesOfTheFuture() throws Exception {
        OrderNumber order = inPreparation();
        Instant heard = later(Duration.ofHours(2));

        tell(order, "shipment.in_transit", heard.plusSeconds(86_400));
        tell(order, "shipment.delivered", heard.plusMillis(1));

        assertThat(List.of(view(order).shippedAt(), view(order).completedAt())).containsOnly(heard);
        assertThat(event(order, "ORDER_SHIPPED").data())
                .contains(heard.plusSeconds(86_400).toString().substring(0, 19));
    }

    @Test
    void areNowWhereTheCarrierWritesOfATimeBeforeTheOrderWasPrepared() throws Exception {
        OrderNumber order = shop.place(shop.product(5), 1);
        Instant placed = clock.instant();
        later(Duration.ofMinutes(1));
        prepare(order);
        Instant heard = later(Duration.ofHours(2));

        tell(order, "shipment.in_transit", placed.plusSeconds(59));

        assertThat(view(order).shippedAt()).isEqualTo(heard);
    }

    @Test
    void areNowWhereTheCarrierWritesOfADeliveryBeforeTheHandOver() throws Exception {
        OrderNumber order = inPreparation();
        Instant handedOver = later(Duration.ofHours(2));
        tell(order, "shipment.in_transit", handedOver);
        Instant heard = later(Duration.ofHours(2));

        tell(order, "shipment.delivered", handedOver.minusMillis(1));

        assertThat(view(order).completedAt()).isEqualTo(heard);
        assertThat(view(order).returnUntil()).isEqualTo(windows.latest(heard));
    }

    @Test
    void ofTheHandOverIsThatOfTheDeliveryWhereNothingElseIsTold() throws Exception {
        OrderNumber order = inPreparation();
        Instant delivered = later(Duration.ofHours(20));
        later(Duration.ofHours(1));

        tell(order, "shipment.delivered", delivered);

        assertThat(List.of(view(order).shippedAt(), view(order).completedAt())).containsOnly(delivered);
    }

    @Test
    void ofNewsThatHadToWaitIsKeptUntilItCounts() throws Exception {
        OrderNumber order = inPreparation();
        Instant delivered = later(Duration.ofHours(5));
        Instant handedOver = delivered.minusSeconds(3600);
        runtime.suspendProcessInstanceById(shop.process(order).getId());
        tell(order, "shipment.in_transit", handedOver);
        tell(order, "shipment.delivered", delivered);
        assertThat(view(order).status()).isEqualTo(OrderStatus.PROCESSING);
        later(Duration.ofDays(1));

        runtime.activateProcessInstanceById(shop.process(order).getId());
        carrier.applyDue();

        assertThat(view(order).shippedAt()).isEqualTo(handedOver);
        assertThat(view(order).completedAt()).isEqualTo(delivered);
        assertThat(event(order, "ORDER_COMPLETED").occurredAt()).isEqualTo(clock.instant());
    }

    /** It cannot have been handed over before anybody had paid for it. */
    @Test
    void ofNewsThatCameBeforeThePaymentIsNotBelieved() throws Exception {
        OrderNumber order = shop.place(shop.product(5), 1);
        tell(order, "shipment.in_transit", clock.instant());
        later(Duration.ofMinutes(5));
        prepare(order);
        Instant applied = later(Duration.ofMinutes(5));

        carrier.applyDue();

        assertThat(view(order).shippedAt()).isEqualTo(applied);
    }

    @RepeatedTest(3)
    void ofTwoAtOnceNeverGoBackwards() throws Exception {
        OrderNumber order = inPreparation();
        Instant handedOver = later(Duration.ofHours(2));
        Instant delivered = later(Duration.ofHours(2));
        later(Duration.ofHours(1));
        store(order, "shipment.in_transit", handedOver);
        store(order, "shipment.delivered", delivered);

        Together.run(2, i -> () -> {
            carrier.applyDue();
            return "done";
        });
        settle(order);

        assertThat(view(order).shippedAt()).isIn(handedOver, delivered);
        assertThat(view(order).completedAt()).isEqualTo(delivered);
        assertThat(shop.events(order))
                .extracting(OrderEventView::type)
                .containsOnlyOnce("ORDER_SHIPPED", "ORDER_COMPLETED");
    }

    @Test
    void ofTheSecondAttemptBeginWhenItWasDecided() throws Exception {
        OrderNumber order = inPreparation();
        tell(order, "shipment.in_transit", later(Duration.ofHours(1)));
        tell(order, "shipment.failure", later(Duration.ofHours(1)));
        Instant decided = later(Duration.ofHours(1));
        tasks.complete(
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(order.value())
                        .singleResult()
                        .getId(),
                Map.of("resolution", "SHIP_AGAIN"));
        shop.letWorkBeDone(order);
        Instant handedOver = later(Duration.ofHours(1));
        Instant heard = later(Duration.ofHours(1));

        String second = view(order).shipment().trackingNumber();
        tell(order, "shipment.in_transit", decided.minusMillis(1), second);
        assertThat(view(order).shippedAt()).isEqualTo(heard);
        tell(order, "shipment.delivered", handedOver, second);

        assertThat(view(order).shipment().attempt()).isEqualTo(2);
        assertThat(view(order).completedAt())
                .as("before the hand-over, as we have to take it")
                .isEqualTo(heard);
    }

    @Test
    void areNoVariablesOfTheProcess() throws Exception {
        OrderNumber order = inPreparation();
        String process = shop.process(order).getId();
        tell(order, "shipment.in_transit", later(Duration.ofHours(1)));
        tell(order, "shipment.delivered", later(Duration.ofHours(1)));

        assertThat(view(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(process)
                        .variableName("occurredAt")
                        .count())
                .isZero();
    }

    private OrderNumber inPreparation() throws Exception {
        OrderNumber order = shop.place(shop.product(5), 1);
        prepare(order);
        return order;
    }

    private void prepare(OrderNumber order) throws Exception {
        shop.pay(order, "card-" + order);
        shop.letWorkBeDone(order);
        assertThat(view(order).status()).isEqualTo(OrderStatus.PROCESSING);
    }

    private Instant later(Duration by) {
        clock.advance(by);
        return clock.instant();
    }

    private void settle(OrderNumber order) throws Exception {
        for (int tries = 0; tries < 5 && view(order).status() != OrderStatus.COMPLETED; tries++) {
            later(Duration.ofMinutes(1));
            carrier.applyDue();
        }
    }

    private void tell(OrderNumber order, String type, Instant occurredAt) {
        tell(order, type, occurredAt, null);
    }

    private void tell(OrderNumber order, String type, Instant occurredAt, String trackingNumber) {
        store(order, type, occurredAt, trackingNumber);
        carrier.applyDue();
    }

    private void store(OrderNumber order, String type, Instant occurredAt) {
        store(order, type, occurredAt, null);
    }

    private void store(OrderNumber order, String type, Instant occurredAt, String trackingNumber) {
        String id = UUID.randomUUID().toString();
        carrier.receive(new CarrierMessage(id, type, "simulated", id, trackingNumber, order.value(), null, occurredAt));
    }

    private OrderView view(OrderNumber order) throws Exception {
        return shop.order(order);
    }

    private OrderEventView event(OrderNumber order, String type) throws Exception {
        return shop.events(order).stream()
                .filter(event -> event.type().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
