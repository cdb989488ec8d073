package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.orderflow.Statements;
import io.orderflow.Together;
import io.orderflow.notification.Notification;
import io.orderflow.notification.NotificationService;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.returns.RequestReturn;
import io.orderflow.returns.ReturnReason;
import io.orderflow.shared.Actor;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What customers are told is what happened: each message on each way to it, by the words that the customer reads. */
@ShopTest
@Import(Statements.class)
@TestPropertySource(
        properties = {"orders.return-shipping-fee=3000", "orders.return-address=Returns, 1 Mapo-daero, Seoul 04168"})
class CustomerToldTests extends ShopScenario {

    @Autowired
    NotificationService notifications;

    @Autowired
    CarrierInbox carrier;

    @Autowired
    GatewayClerk clerk;

    @Autowired
    ProcessEngine engine;

    Sku sku;

    @BeforeEach
    void openShop() throws Exception {
        init(engine);
        sku = shop.product(10);
    }

    // ---- the order

    @Test
    void orderIsConfirmedWithWhatWasCharged() throws Exception {
        OrderNumber order = paid(2, "card", shop.coupon(1));

        assertThat(bodies(order, "order-confirmed")).singleElement().asString().contains("19,000 won");
    }

    @Test
    void orderThatCostsNothingIsConfirmedWithoutAPayment() throws Exception {
        OrderNumber order = paid(1, "card", shop.freeOfCharge(1));

        assertThat(bodies(order, "order-confirmed"))
                .singleElement()
                .asString()
                .contains("nothing to pay")
                .doesNotContain("won", "payment of");
    }

    @Test
    void cancelledOrderIsRefundedToTheMeansOfPayment() throws Exception {
        OrderNumber order = paid(2, "card", null);

        shop.cancel(order);
        shop.letWorkBeDone(order);

        assertThat(bodies(order, "order-refunded"))
                .singleElement()
                .asString()
                .contains("20,000 won", "to your means of payment");
    }

    @Test
    void cancelledOrderIsRefundedByOtherMeans() throws Exception {
        OrderNumber order = paid(2, "refuse-refund", null);

        shop.cancel(order);
        shop.letWorkBeDone(order);
        settleOutside(order);

        assertThat(bodies(order, "order-refunded"))
                .singleElement()
                .asString()
                .contains("20,000 won")
                .doesNotContain("to your means of payment");
    }

    @Test
    void orderOfWhichPartWasReturnedIsRefundedWhatWasLeft() throws Exception {
        OrderNumber order = handedOver(2, "card");
        returned(order, ReturnReason.DEFECTIVE, 1, 1);
        carrierTells(order, "shipment.failure");

        complete(task("Task_ResolveShippingFailure", shop.process(order)), Map.of("resolution", "GIVE_UP_WRITE_OFF"));
        shop.letWorkBeDone(order);

        assertThat(bodies(order, "return-refunded")).singleElement().asString().contains("10,000 won");
        assertThat(bodies(order, "order-refunded")).singleElement().asString().contains("10,000 won");
    }

    // ---- parcels

    @Test
    void everyParcelIsAnnouncedOnce() throws Exception {
        OrderNumber order = handedOver(1, "card");

        shipAgain(order);
        shipAgain(order);
        carrierTells(order, "shipment.delivered");

        assertThat(told(order))
                .containsExactly(
                        "order-confirmed",
                        "order-shipped",
                        "shipping-failed",
                        "order-shipped",
                        "shipping-failed",
                        "order-shipped",
                        "order-delivered");
    }

    @Test
    void secondParcelAfterARejectedReturnIsAnnounced() throws Exception {
        OrderNumber order = handedOver(1, "card");
        request(order, ReturnReason.CHANGE_OF_MIND, 1);
        decide(order, Map.of("returnDecision", "REJECT", "decisionReason", "worn"));

        shipAgain(order);

        assertThat(told(order))
                .containsExactly(
                        "order-confirmed", "order-shipped", "return-rejected", "shipping-failed", "order-shipped");
    }

    // ---- returns

    @Test
    void approvedReturnSaysWhereToSendTheGoodsAndByWhen() throws Exception {
        OrderNumber order = delivered(1, "card");
        request(order, ReturnReason.CHANGE_OF_MIND, 1);

        decide(order, Map.of("returnDecision", "APPROVE"));

        assertThat(bodies(order, "return-approved"))
                .singleElement()
                .asString()
                .contains("Returns, 1 Mapo-daero, Seoul 04168")
                .containsPattern("by [A-Z][a-z]+ \\d{1,2}, \\d{4}");
    }

    @Test
    void rejectedReturnIsToldWithoutARefund() throws Exception {
        OrderNumber order = delivered(1, "card");
        request(order, ReturnReason.CHANGE_OF_MIND, 1);

        decide(order, Map.of("returnDecision", "REJECT", "decisionReason", "worn"));

        assertThat(bodies(order, "return-rejected")).singleElement().asString().doesNotContain("refund", "won");
        assertThat(told(order)).doesNotContain("return-approved");
    }

    @Test
    void returnOfWhichNothingCameIsToldWithoutARefund() throws Exception {
        OrderNumber order = delivered(1, "card");
        request(order, ReturnReason.CHANGE_OF_MIND, 1);
        decide(order, Map.of("returnDecision", "APPROVE"));

        complete(
                task("Task_ReceiveGoods", shop.returning(order)),
                Map.of("received", false, "receiptNote", "never sent"));

        assertThat(told(order)).endsWith("return-approved", "return-rejected").doesNotContain("return-refunded");
    }

    @Test
    void returnOfWhichNothingWasAcceptedIsToldWithoutARefund() throws Exception {
        OrderNumber order = delivered(1, "card");

        returned(order, ReturnReason.CHANGE_OF_MIND, 1, 0);

        assertThat(told(order)).endsWith("return-approved", "return-rejected").doesNotContain("return-refunded");
        assertThat(bodies(order, "return-rejected")).singleElement().asString().doesNotContain("refund");
    }

    @Test
    void returnOfPartIsRefundedLessTheFee() throws Exception {
        OrderNumber order = delivered(2, "card");

        returned(order, ReturnReason.CHANGE_OF_MIND, 1, 1);

        assertThat(bodies(order, "return-refunded"))
                .singleElement()
                .asString()
                .contains("7,000 won", "to your means of payment");
    }

    @Test
    void returnOfPartIsRefundedByOtherMeans() throws Exception {
        OrderNumber order = delivered(2, "refuse-refund");

        returned(order, ReturnReason.CHANGE_OF_MIND, 1, 1);
        settleOutside(order);

        assertThat(bodies(order, "return-refunded"))
                .singleElement()
                .asString()
                .contains("7,000 won")
                .doesNotContain("to your means of payment");
    }

    @Test
    void returnOfPartThatTheGatewayRefundsAfterAllIsRefundedToTheMeansOfPayment() throws Exception {
        OrderNumber order = delivered(2, "refuse-refund");
        returned(order, ReturnReason.CHANGE_OF_MIND, 1, 1);

        gateway.relent(order);
        complete(task("Task_SettleRefund", shop.settling(order)), Map.of("settlement", "RETRY"));
        shop.letWorkBeDone(order);

        assertThat(bodies(order, "return-refunded"))
                .singleElement()
                .asString()
                .contains("7,000 won", "to your means of payment");
    }

    @Test
    void returnOfPartThatCostNothingIsToldWithoutARefund() throws Exception {
        OrderNumber order = delivered(paid(2, "card", shop.freeOfCharge(1)));

        returned(order, ReturnReason.CHANGE_OF_MIND, 1, 1);

        assertThat(bodies(order, "return-refunded"))
                .singleElement()
                .asString()
                .contains("nothing to refund")
                .doesNotContain("won", "means of payment", "refunded");
    }

    @Test
    void returnOfEverythingIsRefundedLessTheFee() throws Exception {
        OrderNumber order = delivered(1, "card");

        returned(order, ReturnReason.CHANGE_OF_MIND, 1, 1);

        assertThat(bodies(order, "order-returned"))
                .singleElement()
                .asString()
                .contains("7,000 won", "to your means of payment");
    }

    @Test
    void returnOfTheRestSaysWhatWasRefundedForTheRest() throws Exception {
        OrderNumber order = delivered(3, "card");
        returned(order, ReturnReason.CHANGE_OF_MIND, 1, 1);

        returned(order, ReturnReason.CHANGE_OF_MIND, 2, 2);

        assertThat(bodies(order, "order-returned")).singleElement().asString().contains("17,000 won");
    }

    @Test
    void returnOfEverythingIsRefundedByOtherMeans() throws Exception {
        OrderNumber order = delivered(1, "refuse-refund");

        returned(order, ReturnReason.CHANGE_OF_MIND, 1, 1);
        settleOutside(order);

        assertThat(bodies(order, "order-returned"))
                .singleElement()
                .asString()
                .contains("7,000 won")
                .doesNotContain("to your means of payment");
    }

    @Test
    void returnOfEverythingThatCostNothingIsToldWithoutARefund() throws Exception {
        OrderNumber order = delivered(paid(1, "card", shop.freeOfCharge(1)));

        returned(order, ReturnReason.CHANGE_OF_MIND, 1, 1);

        assertThat(bodies(order, "order-returned"))
                .singleElement()
                .asString()
                .contains("nothing to refund")
                .doesNotContain("won", "means of payment", "refunded");
    }

    // ---- refunds that take long

    @Test
    void refundThatTakesLongIsToldOnceWhicheverNodeLooks() throws Exception {
        OrderNumber order = paid(2, "refuse-refund", null);
        shop.cancel(order);
        shop.letWorkBeDone(order);
        clock.advance(Duration.ofDays(2));
        clerk.lookForLateRefunds();
        assertThat(told(order)).doesNotContain("refund-delayed");

        clock.advance(Duration.ofDays(4));
        List<Object> looks = Together.run(4, node -> Executors.callable(clerk::lookForLateRefunds));
        complete(task("Task_SettleRefund", shop.settling(order)), Map.of("settlement", "RETRY"));
        shop.letWorkBeDone(order);
        clock.advance(Duration.ofDays(6));
        clerk.lookForLateRefunds();

        assertThat(looks).containsOnlyNulls();
        assertThat(bodies(order, "refund-delayed"))
                .singleElement()
                .asString()
                .contains("20,000 won", "takes longer")
                .doesNotContain("refunded");
        settleOutside(order);
        assertThat(told(order)).endsWith("refund-delayed", "order-refunded");
    }

    @Test
    void refundOfEachReturnThatTakesLongIsToldOnce() throws Exception {
        OrderNumber order = delivered(3, "refuse-refund");
        returned(order, ReturnReason.DEFECTIVE, 1, 1);
        clock.advance(Duration.ofDays(6));
        clerk.lookForLateRefunds();
        settleOutside(order);
        returned(order, ReturnReason.DEFECTIVE, 2, 2);
        clock.advance(Duration.ofDays(6));

        clerk.lookForLateRefunds();
        clerk.lookForLateRefunds();

        assertThat(bodies(order, "refund-delayed"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("10,000 won"),
                        second -> assertThat(second).contains("20,000 won"));
    }

    /** One piece came back of a parcel that was lost later: the return has number 1, and the order one shipment. */
    @Test
    void lateRefundsOfAReturnAndOfTheRestAreToldApart() throws Exception {
        OrderNumber order = handedOver(3, "refuse-refund");
        returned(order, ReturnReason.DEFECTIVE, 1, 1);
        clock.advance(Duration.ofDays(6));
        clerk.lookForLateRefunds();
        settleOutside(order);
        carrierTells(order, "shipment.failure");
        complete(task("Task_ResolveShippingFailure", shop.process(order)), Map.of("resolution", "GIVE_UP_WRITE_OFF"));
        shop.letWorkBeDone(order);
        clock.advance(Duration.ofDays(6));

        clerk.lookForLateRefunds();

        assertThat(bodies(order, "refund-delayed"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("10,000 won"),
                        second -> assertThat(second).contains("20,000 won"));
    }

    @Test
    void refundThatIsSettledInTimeIsNotToldOfAsLate() throws Exception {
        OrderNumber order = paid(2, "card", null);
        shop.cancel(order);
        shop.letWorkBeDone(order);
        OrderNumber other = paid(2, "refuse-refund", null);
        shop.cancel(other);
        shop.letWorkBeDone(other);
        settleOutside(other);

        clock.advance(Duration.ofDays(6));
        clerk.lookForLateRefunds();

        assertThat(told(order)).endsWith("order-refunded").doesNotContain("refund-delayed");
        assertThat(told(other)).endsWith("order-refunded").doesNotContain("refund-delayed");
    }

    // ---- cost

    @Test
    void amountOfTheConfirmationCostsNoStatement() throws Exception {
        OrderNumber order = shop.place(sku, 1);
        shop.pay(order, "card");

        List<String> heard = Statements.of(() -> shop.letWorkBeDone(order));

        assertThat(told(order)).containsExactly("order-confirmed");
        assertThat(heard)
                .filteredOn(statement -> statement.contains("from charge"))
                .isNotEmpty()
                .allMatch(statement -> statement.endsWith("update"));
    }

    private OrderNumber paid(int pieces, String paymentKey, CouponCode coupon) throws Exception {
        OrderNumber order = shop.place(sku, pieces, coupon);
        shop.pay(order, paymentKey);
        shop.letWorkBeDone(order);
        return order;
    }

    private OrderNumber handedOver(int pieces, String paymentKey) throws Exception {
        OrderNumber order = paid(pieces, paymentKey, null);
        carrierTells(order, "shipment.in_transit");
        return order;
    }

    private OrderNumber delivered(int pieces, String paymentKey) throws Exception {
        return delivered(paid(pieces, paymentKey, null));
    }

    private OrderNumber delivered(OrderNumber order) {
        carrierTells(order, "shipment.in_transit");
        carrierTells(order, "shipment.delivered");
        return order;
    }

    private void shipAgain(OrderNumber order) {
        carrierTells(order, "shipment.failure");
        complete(task("Task_ResolveShippingFailure", shop.process(order)), Map.of("resolution", "SHIP_AGAIN"));
        shop.letWorkBeDone(order);
        carrierTells(order, "shipment.in_transit");
        carrierTells(order, "shipment.out_for_delivery");
    }

    private void carrierTells(OrderNumber order, String type) {
        String id = UUID.randomUUID().toString();
        clock.advance(Duration.ofSeconds(1));
        carrier.receive(new CarrierMessage(id, type, "simulated", id, null, order.value(), null, clock.instant()));
        carrier.applyDue();
    }

    private void request(OrderNumber order, ReturnReason reason, int pieces) throws Exception {
        returns.request(new RequestReturn(
                order, Optional.empty(), new Actor("alice"), reason, null, Map.of(sku, new Quantity(pieces))));
    }

    private void decide(OrderNumber order, Map<String, Object> decision) {
        complete(task("Task_ApproveReturn", shop.returning(order)), decision);
    }

    private void returned(OrderNumber order, ReturnReason reason, int pieces, int accepted) throws Exception {
        request(order, reason, pieces);
        decide(order, Map.of("returnDecision", "APPROVE"));
        complete(task("Task_ReceiveGoods", shop.returning(order)));
        complete(
                task("Task_InspectReturn", shop.returning(order)),
                Map.of(
                        "inspection",
                        "[{\"sku\": \"%s\", \"accepted\": %d, \"restock\": true}]".formatted(sku, accepted)));
        shop.letWorkBeDone(order);
    }

    private void settleOutside(OrderNumber order) {
        complete(
                task("Task_SettleRefund", shop.settling(order)),
                Map.of("settlement", "SETTLED_OUTSIDE", "settlementReference", "bank transfer 4711"));
        shop.letWorkBeDone(order);
    }

    private List<String> told(OrderNumber order) {
        return shop.toldAbout(order);
    }

    private List<String> bodies(OrderNumber order, String topic) {
        return notifications.ofOrder(order).stream()
                .filter(it -> it.topic().equals(topic))
                .map(Notification::body)
                .toList();
    }
}
