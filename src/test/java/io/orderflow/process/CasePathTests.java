package io.orderflow.process;

import static org.assertj.core.api.Assertions.*;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;

import io.orderflow.DatabaseTest;
import io.orderflow.TestClock;
import io.orderflow.cases.CaseId;
import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseOutcome;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.CaseState;
import io.orderflow.cases.CaseView;
import io.orderflow.cases.Finding;
import io.orderflow.inventory.StockItem;
import io.orderflow.order.OrderReason;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.progress.OrderProgress;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.payment.simulated.GatewayBooks;
import io.orderflow.returns.RequestReturn;
import io.orderflow.returns.ReturnId;
import io.orderflow.returns.ReturnReason;
import io.orderflow.returns.ReturnService;
import io.orderflow.returns.ReturnStatus;
import io.orderflow.shared.Actor;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.carriers.CarrierBooks;
import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Pageable;

/** Every way a case can be resolved, through real delegates and real transactions, with what becomes of the order. */
@Covers("ResolveCase")
@ExtendWith(CompleteCoverage.class)
@DatabaseTest
@Import({Shop.class, GatewayBooks.class, GatewayClerk.class, CarrierBooks.class, TestClock.Configuration.class})
class CasePathTests {

    @Autowired
    Shop shop;

    @Autowired
    CaseRegister cases;

    @Autowired
    OrderProgress progress;

    @Autowired
    CarrierInbox carrier;

    @Autowired
    ReturnService returns;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestClock clock;

    @Autowired
    GatewayBooks gateway;

    @Autowired
    CarrierBooks parcels;

    Sku sku;
    CouponCode coupon;

    @BeforeEach
    void openShop() throws Exception {
        init(engine);
        sku = shop.product(10);
        coupon = shop.coupon(5);
    }

    @AfterEach
    void haveTheCarrierBack() {
        parcels.comeBack();
    }

    @Test
    void givesBackAllThatPaidOrderHolds() throws Exception {
        OrderNumber order = paid("card");
        ProcessInstance resolving = orphaned(order);
        assertThat(resolving).isWaitingAt("Task_ResolveCase");

        resolve(resolving, Map.of("outcome", "GIVE_BACK", "note", "deleted by mistake"));
        shop.letWorkBeDone(order);

        assertThat(resolving)
                .isEnded()
                .hasPassedInOrder(
                        "Task_CancelShipment",
                        "Task_CallOffOrder",
                        "Task_RefundPayment",
                        "Task_RestoreCoupon",
                        "Task_ReleaseStock",
                        "Task_CloseOrder",
                        "Task_AwaitRefund",
                        "Task_CloseOrder",
                        "Event_OrderRefunded",
                        "EndEvent_CaseClosed")
                .hasNotPassed("Event_OrderCancelled", "Task_ResumeOrder", "CallActivity_SettleRefund");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(shop.order(order).reason()).isEqualTo(OrderReason.OPS_DECISION);
        assertThat(shop.order(order).refundedAmount()).isEqualTo(Money.won(19_000));
        assertThat(shop.order(order).shipment().status()).isEqualTo("CANCELLED");
        assertNothingHeld();
        assertThat(shop.toldAbout(order)).containsExactly("order-confirmed", "order-refunded");
        assertClosed(order, CaseOutcome.GIVE_BACK, "deleted by mistake");
    }

    @Test
    void givesNothingBackBeforeTheParcelIsRecalled() throws Exception {
        parcels.moveAway();
        OrderNumber order = paid("card");
        ProcessInstance resolving = orphaned(order);
        parcels.refuse(order, "on its way already");

        resolve(resolving, Map.of("outcome", "GIVE_BACK"));
        assertThatThrownBy(() -> shop.letWorkBeDone(order)).hasMessageContaining("on its way already");
        assertThat(resolving).isWaitingAt("Task_RetryRecall");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PROCESSING);
        assertThat(shop.order(order).refundedAmount()).isEqualTo(Money.ZERO);
        parcels.relent(order);
        shop.letWorkBeDone(order);

        assertThat(resolving)
                .isEnded()
                .hasPassedInOrder(
                        "Task_CancelShipment",
                        "Task_AwaitRecall",
                        "Task_RetryRecall",
                        "Task_CallOffOrder",
                        "EndEvent_CaseClosed");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertNothingHeld();
    }

    @Test
    void givesBackAllThatUnpaidOrderHolds() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);
        ProcessInstance resolving = orphaned(order);

        resolve(resolving, Map.of("outcome", "GIVE_BACK"));
        shop.letWorkBeDone(order);

        assertThat(resolving).isEnded().hasPassed("Event_OrderCancelled").hasNotPassed("Event_OrderRefunded");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(shop.order(order).refundedAmount()).isEqualTo(Money.ZERO);
        assertNothingHeld();
        assertThat(shop.toldAbout(order)).containsExactly("order-cancelled");
        assertClosed(order, CaseOutcome.GIVE_BACK, null);
    }

    @Test
    void goesOnWhereUndoWasCutOff() throws Exception {
        OrderNumber order = paid("card");
        shop.cancel(order);
        shop.letOneStepBeDone(order);
        ProcessInstance resolving = orphaned(order);

        resolve(resolving, Map.of("outcome", "GIVE_BACK"));
        shop.letWorkBeDone(order);

        assertThat(resolving).isEnded();
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(shop.order(order).reason()).isEqualTo(OrderReason.CUSTOMER_REQUEST);
        assertNothingHeld();
    }

    @Test
    void handsRefusedRefundToOps() throws Exception {
        OrderNumber order = paid("refuse-refund");
        ProcessInstance resolving = orphaned(order);

        resolve(resolving, Map.of("outcome", "GIVE_BACK"));
        shop.letWorkBeDone(order);
        assertThat(resolving).isWaitingAt("CallActivity_SettleRefund");
        assertNothingHeld();
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.CANCELLED);
        complete(task(shop.settling(order)), Map.of("settlement", "SETTLED_OUTSIDE", "settlementReference", "BANK-1"));
        shop.letWorkBeDone(order);

        assertThat(resolving).isEnded();
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertClosed(order, CaseOutcome.GIVE_BACK, null);
    }

    @Test
    void closesExplainedCase() throws Exception {
        OrderNumber order = shop.place(sku, 1);
        ProcessInstance resolving = open(order);

        resolve(resolving, Map.of("outcome", "EXPLAINED", "note", "it has its process"));

        assertThat(resolving)
                .isEnded()
                .hasPassed("EndEvent_CaseClosed")
                .hasNotPassed("Task_CallOffOrder", "Task_ResumeOrder");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.CREATED);
        assertClosed(order, CaseOutcome.EXPLAINED, "it has its process");
    }

    /** Nothing would ever happen to it, and no list would have it. */
    @Test
    void explainsNoOrphanAway() throws Exception {
        ProcessInstance resolving = orphaned(paid("card"));

        assertThatThrownBy(() -> resolve(resolving, Map.of("outcome", "EXPLAINED", "note", "sent by hand")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("still has no process");

        assertThat(resolving).isWaitingAt("Task_ResolveCase");
    }

    @Test
    void letsReturnThatIsToBeDecidedGoOn() throws Exception {
        OrderNumber order = delivered();
        ReturnId id = requestReturn(order);
        ProcessInstance resolving = orphanedReturn(order);

        resolve(resolving, Map.of("outcome", "RESUME"));

        assertThat(resolving).isEnded().hasPassed("Task_ResumeOrder");
        assertClosed(order, CaseOutcome.RESUME, null);
        assertThat(shop.process(order))
                .as("another process of the delivered order")
                .isNull();
        complete(
                task("Task_ApproveReturn", shop.returning(order)),
                Map.of("returnDecision", "REJECT", "decisionReason", "worn"));
        assertThat(returns.facts(id).status()).isEqualTo(ReturnStatus.REJECTED);
    }

    @Test
    void letsReturnWhoseGoodsAreAwaitedGoOn() throws Exception {
        OrderNumber order = delivered();
        requestReturn(order);
        complete(task("Task_ApproveReturn", shop.returning(order)), Map.of("returnDecision", "APPROVE"));
        ProcessInstance resolving = orphanedReturn(order);

        resolve(resolving, Map.of("outcome", "RESUME"));

        assertThat(shop.returning(order)).isWaitingAtExactly("Task_ReceiveGoods");
        carrierTells(order, "return.received");
        assertThat(shop.returning(order)).isWaitingAtExactly("Task_InspectReturn");
    }

    @Test
    void letsInspectedReturnGoOnToItsRefundWhileItsOrderIsOnItsWay() throws Exception {
        OrderNumber order = paid("card");
        carrierTells(order, "shipment.in_transit");
        ReturnId id = requestReturn(order);
        complete(task("Task_ApproveReturn", shop.returning(order)), Map.of("returnDecision", "APPROVE"));
        complete(task("Task_ReceiveGoods", shop.returning(order)));
        complete(
                task("Task_InspectReturn", shop.returning(order)),
                Map.of("inspection", "[{\"sku\": \"%s\", \"accepted\": 2, \"restock\": true}]".formatted(sku)));
        ProcessInstance resolving = orphanedReturn(order);

        resolve(resolving, Map.of("outcome", "RESUME"));
        shop.letWorkBeDone(order);

        assertThat(returns.facts(id).status()).isEqualTo(ReturnStatus.REFUNDED);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.RETURNED);
        assertThat(shop.process(order)).isNull();
        assertNothingHeld();
    }

    @Test
    void letsShippedOrderGoOnToItsDelivery() throws Exception {
        OrderNumber order = paid("card");
        carrierTells(order, "shipment.in_transit");
        ProcessInstance resolving = orphaned(order);

        resolve(resolving, Map.of("outcome", "RESUME"));
        ProcessInstance resumed = shop.process(order);
        assertThat(resumed).isWaitingAtExactly("SubProcess_ShipOrder", "Task_AwaitDelivery");
        carrierTells(order, "shipment.delivered");

        assertThat(resumed).isEnded().hasPassed("EndEvent_OrderDelivered").hasNotPassed("Task_CallOffOrder");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(shop.stock(sku).onHand()).isEqualTo(8);
        assertThat(shop.used(coupon)).isOne();
    }

    @Test
    void letsFailedShippingGoOnToItsResolution() throws Exception {
        OrderNumber order = paid("card");
        carrierTells(order, "shipment.in_transit");
        carrierTells(order, "shipment.failure");
        ProcessInstance resolving = orphaned(order);

        resolve(resolving, Map.of("outcome", "RESUME"));
        ProcessInstance resumed = shop.process(order);
        complete(task("Task_ResolveShippingFailure", resumed), Map.of("resolution", "SHIP_AGAIN"));
        shop.letWorkBeDone(order);

        assertThat(resumed).isWaitingAtExactly("SubProcess_ShipOrder", "Task_AwaitHandOver");
        assertThat(shop.order(order).shipment().attempt()).isEqualTo(2);
    }

    // ---- answers that are none

    @ParameterizedTest
    @CsvSource({
        "GIVE_BACK_ALL, 'outcome must be one of [GIVE_BACK, RESUME, EXPLAINED]'",
        "RESUME, 'outcome RESUME is not possible: the order is PROCESSING'"
    })
    void refusesAnswerThatFitsNotAndKeepsTheTask(String outcome, String why) throws Exception {
        ProcessInstance resolving = orphaned(paid("card"));

        assertThatThrownBy(() -> resolve(resolving, Map.of("outcome", outcome, "note", " ")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessage(why);

        assertThat(resolving).isWaitingAt("Task_ResolveCase");
        assertThat(cases.find(caseOf(resolving))).map(CaseView::outcome).isEmpty();
    }

    @Test
    void refusesToExplainWithoutANote() throws Exception {
        ProcessInstance resolving = open(shop.place(sku, 1));

        assertThatThrownBy(() -> resolve(resolving, Map.of("outcome", "EXPLAINED", "note", " ")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessage("note is needed: say what explains it");

        assertThat(resolving).isWaitingAt("Task_ResolveCase");
    }

    @Test
    void givesNothingBackOfOrderThatWasHandedOver() throws Exception {
        OrderNumber order = delivered();
        requestReturn(order);
        ProcessInstance resolving = orphanedReturn(order);

        assertThatThrownBy(() -> resolve(resolving, Map.of("outcome", "GIVE_BACK")))
                .hasMessage("outcome GIVE_BACK is not possible: the order is COMPLETED");
    }

    @Test
    void touchesNoOrderWhoseProcessRuns() throws Exception {
        ProcessInstance resolving = open(shop.place(sku, 1));

        assertThatThrownBy(() -> resolve(resolving, Map.of("outcome", "GIVE_BACK")))
                .hasMessageContaining("the order has a running process");
    }

    @Test
    void givesNothingBackWhileChargeIsNotSettled() throws Exception {
        OrderNumber order = shop.place(sku, 1);
        shop.pay(order, "card");
        ProcessInstance resolving = orphaned(order);

        assertThatThrownBy(() -> resolve(resolving, Map.of("outcome", "GIVE_BACK")))
                .hasMessageContaining("whether 10,000 won were charged is not known yet");
        shop.letGatewayBeAsked(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PAID);
        resolve(resolving, Map.of("outcome", "GIVE_BACK"));
        shop.letWorkBeDone(order);

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(gateway.refunded(order)).isEqualTo(gateway.charged(order)).isPositive();
    }

    @Test
    void givesBackAllOfResumedOrderWhoseShippingIsGivenUp() throws Exception {
        OrderNumber order = paid("card");
        carrierTells(order, "shipment.in_transit");
        resolve(orphaned(order), Map.of("outcome", "RESUME"));

        carrierTells(order, "shipment.failure");
        complete(task("Task_ResolveShippingFailure", shop.process(order)), Map.of("resolution", "GIVE_UP_RESTOCK"));
        shop.letWorkBeDone(order);

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(gateway.charges(order)).isOne();
        assertThat(gateway.refunded(order)).isEqualTo(gateway.charged(order)).isPositive();
        assertNothingHeld();
    }

    @Test
    void explainsCaseThatIsAboutNoOrder() {
        String paymentKey = UUID.randomUUID().toString();
        cases.open(new Finding(CaseKind.CHARGE_MISSING_HERE, paymentKey, Optional.empty(), "they have 100 won", "100"));
        ProcessInstance resolving = resolving(paymentKey);

        assertThatThrownBy(() -> resolve(resolving, Map.of("outcome", "GIVE_BACK")))
                .hasMessageContaining("not about an order that has lost its process");
        resolve(resolving, Map.of("outcome", "EXPLAINED", "note", "another shop's"));

        assertThat(resolving).isEnded();
    }

    @Test
    void startsOneProcessPerCase() throws Exception {
        OrderNumber order = paid("card");

        ProcessInstance first = orphaned(order);
        ProcessInstance second = open(order);

        assertThat(second.getId()).isEqualTo(first.getId());
    }

    private OrderNumber paid(String paymentKey) throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);
        shop.pay(order, paymentKey);
        shop.letWorkBeDone(order);
        return order;
    }

    private OrderNumber delivered() throws Exception {
        OrderNumber order = paid("card");
        carrierTells(order, "shipment.in_transit");
        carrierTells(order, "shipment.delivered");
        return order;
    }

    private void carrierTells(OrderNumber order, String type) {
        clock.advance(Duration.ofSeconds(1));
        carrier.receive(new CarrierMessage(
                order + type, type, "simulated", order + type, null, order.value(), null, clock.instant()));
        carrier.applyDue();
    }

    private ProcessInstance orphaned(OrderNumber order) {
        engine.getRuntimeService().deleteProcessInstance(shop.process(order).getId(), "deleted by hand");
        return open(order);
    }

    private ProcessInstance orphanedReturn(OrderNumber order) {
        engine.getRuntimeService().deleteProcessInstance(shop.returning(order).getId(), "deleted by hand");
        return open(order);
    }

    private ReturnId requestReturn(OrderNumber order) throws Exception {
        return returns.request(new RequestReturn(
                        order,
                        Optional.empty(),
                        new Actor("alice"),
                        ReturnReason.CHANGE_OF_MIND,
                        null,
                        Map.of(sku, new Quantity(2))))
                .returnId();
    }

    private ProcessInstance open(OrderNumber order) {
        cases.open(new Finding(CaseKind.ORPHANED_ORDER, order.value(), Optional.of(order), "no process", "-"));
        return resolving(order.value());
    }

    private ProcessInstance resolving(String businessKey) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("ResolveCase")
                .processInstanceBusinessKey(businessKey)
                .singleResult();
    }

    private CaseId caseOf(ProcessInstance resolving) {
        return CaseId.of((String) engine.getRuntimeService().getVariable(resolving.getId(), "caseId"));
    }

    private static void resolve(ProcessInstance resolving, Map<String, Object> answer) {
        complete(task("Task_ResolveCase", resolving), answer);
    }

    private void assertClosed(OrderNumber order, CaseOutcome outcome, String note) {
        CaseView closed = cases.search(CaseState.CLOSED, Pageable.unpaged())
                .filter(it -> it.reference().equals(order.value()))
                .toList()
                .get(0);
        assertThat(closed.outcome()).isEqualTo(outcome);
        assertThat(closed.note()).isEqualTo(note);
    }

    private void assertNothingHeld() {
        StockItem stock = shop.stock(sku);
        assertThat(stock.onHand()).as("pieces on hand").isEqualTo(10);
        assertThat(stock.reserved()).as("pieces reserved").isZero();
        assertThat(shop.used(coupon)).isZero();
    }
}
