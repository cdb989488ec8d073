package io.orderflow.process;

import static org.assertj.core.api.Assertions.*;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;

import io.orderflow.DatabaseTest;
import io.orderflow.TestClock;
import io.orderflow.inventory.StockItem;
import io.orderflow.order.OrderEventView;
import io.orderflow.order.OrderReason;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.OrderView;
import io.orderflow.order.PaymentStatus;
import io.orderflow.payment.PaymentService;
import io.orderflow.payment.RefundId;
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
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every way an order can go, each through real delegates and real transactions; together they must take every node and
 * every flow of the diagram, or this class fails.
 */
@Covers({"Order", "Return", "SettleRefund"})
@ExtendWith(CompleteCoverage.class)
@DatabaseTest
@Import({Shop.class, GatewayBooks.class, GatewayClerk.class, CarrierBooks.class, TestClock.Configuration.class})
class OrderPathTests {

    @Autowired
    Shop shop;

    @Autowired
    PaymentService payments;

    @Autowired
    ReturnService returns;

    @Autowired
    GatewayBooks gateway;

    @Autowired
    GatewayClerk clerk;

    @Autowired
    TestClock clock;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CarrierInbox carrier;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

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
    void completesOrder() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);
        ProcessInstance process = shop.process(order);
        assertThat(process).isWaitingAt("Task_AwaitPayment");

        shop.pay(order, "card");
        shop.letWorkBeDone(order);
        assertThat(process).isWaitingAt("Task_AwaitHandOver");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PROCESSING);
        handOver(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.SHIPPED);
        deliver(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);

        assertThat(process)
                .isEnded()
                .hasPassed("EndEvent_OrderDelivered")
                .hasNotPassed("Task_CallOffOrder", "Task_ReleaseStock", "Task_RestoreCoupon", "Task_RefundPayment");
        assertStock(8, 0);
        assertThat(shop.used(coupon)).isOne();
        assertThat(shop.toldAbout(order)).containsExactly("order-confirmed", "order-shipped", "order-delivered");
        assertThat(shop.events(order))
                .extracting(OrderEventView::type)
                .containsExactly(
                        "ORDER_PLACED",
                        "PAYMENT_SUBMITTED",
                        "ORDER_PAID",
                        "ORDER_IN_PREPARATION",
                        "SHIPMENT_BOOKED",
                        "SHIPMENT_UPDATED",
                        "ORDER_SHIPPED",
                        "SHIPMENT_UPDATED",
                        "ORDER_COMPLETED");
    }

    @Test
    void rejectsOrderThatIsOutOfStock() throws Exception {
        OrderNumber order = shop.place(sku, 11, coupon);

        assertEnded(order, "EndEvent_OrderOutOfStock", OrderStatus.CANCELLED, OrderReason.OUT_OF_STOCK);
        assertNothingTaken(order);
        assertThat(shop.toldAbout(order)).containsExactly("out-of-stock");
        assertThat(shop.events(order).get(1).data()).contains("\"requested\":11", "\"available\":10", sku.value());
    }

    @Test
    void cancelsUnpaidOrder() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);

        shop.cancel(order);
        shop.letWorkBeDone(order);

        assertEnded(order, "EndEvent_OrderCancelled", OrderStatus.CANCELLED, OrderReason.CUSTOMER_REQUEST);
        assertNothingTaken(order);
        assertThat(shop.toldAbout(order)).containsExactly("order-cancelled");
    }

    @Test
    void expiresUnpaidOrder() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);

        shop.letReservationExpire(order);
        shop.letWorkBeDone(order);

        assertEnded(order, "EndEvent_OrderExpired", OrderStatus.CANCELLED, OrderReason.RESERVATION_EXPIRED);
        assertNothingTaken(order);
        assertThat(shop.toldAbout(order)).containsExactly("order-expired");
    }

    @Test
    void callsOffOrderWhoseCouponWentToSomeoneElse() throws Exception {
        CouponCode last = shop.coupon(1);
        OrderNumber order = shop.place(sku, 2, last);
        shop.pay(shop.place(sku, 1, last), "card-of-someone-else");

        shop.pay(order, "card");
        shop.letWorkBeDone(order);

        assertEnded(order, "EndEvent_CouponRefused", OrderStatus.CANCELLED, OrderReason.COUPON_NOT_USABLE);
        assertThat(shop.toldAbout(order)).containsExactly("coupon-refused");
        assertThat(history(order))
                .doesNotContain("Task_ChargePayment", "Task_RestoreCoupon")
                .contains("Task_ReleaseStock");
        assertStock(10, 1);
        assertThat(shop.used(last)).isOne();
    }

    @Test
    void failsOrderWhosePaymentIsDeclined() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);

        shop.pay(order, "decline");
        shop.letWorkBeDone(order);

        assertEnded(order, "EndEvent_OrderFailed", OrderStatus.FAILED, OrderReason.PAYMENT_DECLINED);
        assertNothingTaken(order);
        assertThat(history(order))
                .contains("Task_RestoreCoupon", "Task_ReleaseStock")
                .doesNotContain("Task_ConfirmReservation");
        assertThat(gateway.charges(order)).isZero();
        assertThat(shop.order(order).payment().status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(shop.toldAbout(order)).containsExactly("payment-declined");
    }

    @Test
    void refundsPaidOrderWhoseStockWentToSomeoneElse() throws Exception {
        OrderNumber order = shop.place(sku, 6, coupon);
        shop.pay(order, "card");
        clock.advance(Duration.ofMinutes(16));
        shop.place(sku, 7);

        shop.letWorkBeDone(order);

        assertRefunded(order, OrderReason.OUT_OF_STOCK);
        assertStock(10, 7);
        assertThat(history(order)).doesNotContain("Task_StartPreparation");
    }

    @Test
    void refundsOrderCancelledWhileItsPaymentIsInProgress() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);
        shop.pay(order, "card");

        shop.cancel(order);
        OrderView whilePaying = shop.order(order);
        shop.letWorkBeDone(order);

        assertThat(whilePaying.status()).isEqualTo(OrderStatus.CREATED);
        assertThat(whilePaying.cancellationRequested()).isTrue();
        assertRefunded(order, OrderReason.CUSTOMER_REQUEST);
        assertStock(10, 0);
        assertThat(history(order)).doesNotContain("Task_BookShipment");
    }

    @Test
    void refundsOrderCancelledInPreparation() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);
        shop.pay(order, "card");
        shop.letWorkBeDone(order);

        shop.cancel(order);
        shop.letWorkBeDone(order);

        assertRefunded(order, OrderReason.CUSTOMER_REQUEST);
        assertStock(10, 0);
        assertThat(history(order)).contains("Task_CancelShipment").doesNotContain("Task_MarkOrderShipped");
        assertThat(shop.order(order).shipment().status()).isEqualTo("CANCELLED");
    }

    @Test
    void completesOrderOfACarrierThatDoesNotAnswerAtOnce() throws Exception {
        parcels.moveAway();
        OrderNumber order = shop.place(sku, 2, coupon);
        ProcessInstance process = shop.process(order);
        parcels.loseAnswer(order);
        shop.pay(order, "card");

        shop.letWorkBeDone(order);
        assertThat(process).isWaitingAt("Task_AwaitBooking");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PROCESSING);
        assertThat(shop.order(order).shipment()).isNull();
        clock.advance(Duration.ofSeconds(1));
        shop.letWorkBeDone(order);
        assertThat(process).isWaitingAt("Task_AwaitHandOver");
        handOver(order);
        deliver(order);

        assertThat(process).isEnded().hasPassed("EndEvent_OrderDelivered");
        assertThat(shop.events(order))
                .extracting(OrderEventView::type)
                .containsExactly(
                        "ORDER_PLACED",
                        "PAYMENT_SUBMITTED",
                        "ORDER_PAID",
                        "ORDER_IN_PREPARATION",
                        "SHIPMENT_BOOKED",
                        "SHIPMENT_UPDATED",
                        "ORDER_SHIPPED",
                        "SHIPMENT_UPDATED",
                        "ORDER_COMPLETED");
    }

    @Test
    void showsRefusedParcelAsIncidentUntilAPersonHasItAskedForAgain() throws Exception {
        parcels.moveAway();
        OrderNumber order = shop.place(sku, 2);
        parcels.refuse(order, "no such street");
        shop.pay(order, "card");

        assertThatThrownBy(() -> shop.letWorkBeDone(order))
                .hasMessageContaining("does not book parcel " + order + "-1 (attempts: 1)")
                .hasMessageContaining("no such street")
                .hasMessageContaining("increase the retries");
        Incident incident = runtimeService()
                .createIncidentQuery()
                .processInstanceId(shop.process(order).getId())
                .singleResult();
        assertThat(incident.getActivityId()).isEqualTo("Task_RetryBooking");
        parcels.relent(order);
        managementService().setJobRetries(incident.getConfiguration(), 1);
        shop.letWorkBeDone(order);

        assertThat(shop.process(order)).isWaitingAt("Task_AwaitHandOver");
        assertThat(shop.order(order).shipment().attempt()).isOne();
    }

    @Test
    void refundsOrderCancelledBeforeItsShipmentIsBooked() throws Exception {
        parcels.moveAway();
        OrderNumber order = shop.place(sku, 2, coupon);
        shop.pay(order, "card");
        shop.letOneStepBeDone(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PROCESSING);

        shop.cancel(order);
        shop.letWorkBeDone(order);

        assertRefunded(order, OrderReason.CUSTOMER_REQUEST);
        assertThat(shop.order(order).shipment()).isNull();
        assertThat(history(order)).doesNotContain("Task_AwaitRecall");
    }

    @Test
    void refundsCancelledOrderOnceItsParcelIsRecalled() throws Exception {
        parcels.moveAway();
        OrderNumber order = shop.place(sku, 2, coupon);
        shop.pay(order, "card");
        shop.letWorkBeDone(order);
        ProcessInstance process = shop.process(order);
        parcels.refuse(order, "on its way already");

        shop.cancel(order);
        shop.letOneStepBeDone(order);
        assertThat(process).isWaitingAt("Task_AwaitRecall");
        assertThatThrownBy(() -> shop.letWorkBeDone(order))
                .hasMessageContaining("does not recall parcel " + order + "-1 (attempts: 1)")
                .hasMessageContaining("on its way already")
                .hasMessageContaining("increase the retries");
        assertThat(process).isWaitingAt("Task_RetryRecall");
        assertThat(gateway.refunded(order)).isZero();
        parcels.relent(order);
        shop.letWorkBeDone(order);

        assertRefunded(order, OrderReason.CUSTOMER_REQUEST);
        assertThat(shop.order(order).shipment().status()).isEqualTo("CANCELLED");
    }

    @Test
    void handsRefusedRefundToOpsAndGivesBackTheRestAtOnce() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);
        shop.pay(order, "refuse-refund");
        shop.letWorkBeDone(order);
        ProcessInstance process = shop.process(order);

        shop.cancel(order);
        shop.letWorkBeDone(order);
        assertThat(process).isWaitingAt("CallActivity_SettleRefund");
        assertThat(shop.settling(order)).isWaitingAt("Task_SettleRefund").task().hasCandidateGroup("ops");
        assertNothingTaken(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(shop.order(order).refundedAmount()).isEqualTo(Money.ZERO);
        assertThat(shop.toldAbout(order)).doesNotContain("order-refunded");

        complete(task(shop.settling(order)), Map.of("settlement", "RETRY"));
        shop.letWorkBeDone(order);
        assertThat(shop.settling(order)).isWaitingAt("Task_SettleRefund");
        complete(task(shop.settling(order)), Map.of("settlement", "SETTLED_OUTSIDE", "settlementReference", "BANK-1"));

        assertRefunded(order, OrderReason.CUSTOMER_REQUEST);
    }

    @Test
    void keepsRefundOpenWhenItIsSettledWithNonsense() throws Exception {
        OrderNumber order = shop.place(sku, 2);
        shop.pay(order, "refuse-refund");
        shop.letWorkBeDone(order);
        shop.cancel(order);
        shop.letWorkBeDone(order);
        Task settle = task(shop.settling(order));

        assertThatThrownBy(() -> complete(settle, Map.of("settlement", "FORGET_IT")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("settlement must be");
        assertThatThrownBy(() -> complete(settle, Map.of("settlement", "SETTLED_OUTSIDE")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("settlementReference");

        assertThat(shop.settling(order)).isWaitingAt("Task_SettleRefund");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.CANCELLED);
    }

    /** As two people could who each have a task about it. */
    @Test
    void settlesARefundOnce() throws Exception {
        OrderNumber order = shop.place(sku, 2);
        shop.pay(order, "refuse-refund");
        shop.letWorkBeDone(order);
        shop.cancel(order);
        shop.letWorkBeDone(order);
        Task settle = task(shop.settling(order));
        transactions.executeWithoutResult(status -> payments.settleOutside(RefundId.ofCalledOff(order), "BANK-1"));

        assertThatThrownBy(() ->
                        complete(settle, Map.of("settlement", "SETTLED_OUTSIDE", "settlementReference", "BANK-2")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("settled meanwhile");

        assertThat(shop.order(order).refundedAmount()).isEqualTo(Money.won(20_000));
    }

    @Test
    void asksAgainWhileTheGatewayGivesNoAnswer() throws Exception {
        OrderNumber order = shop.place(sku, 2);
        shop.pay(order, "timeout");

        for (int tries = 1; tries <= 2; tries++) {
            shop.letWorkBeDone(order);
            assertThat(shop.process(order)).isWaitingAt("Task_AwaitGateway");
            assertThat(shop.order(order).payment().status()).isEqualTo(PaymentStatus.IN_PROGRESS);
            assertThat(clerk.tries(order)).isEqualTo(tries);
            clock.advance(Duration.ofSeconds(5));
        }
        shop.letWorkBeDone(order);

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PROCESSING);
    }

    @Test
    void showsChargeWithoutAnswerAsIncidentUntilAPersonHasItAskedAgain() throws Exception {
        OrderNumber order = shop.place(sku, 2);
        shop.pay(order, "silent");
        ProcessInstance process = shop.process(order);
        for (int tries = 1; tries <= 6; tries++) {
            shop.letGatewayBeAsked(order);
            clock.advance(Duration.ofMinutes(10));
        }
        assertThat(process).isWaitingAt("Task_RetryCharge");

        assertThatThrownBy(() -> shop.letWorkBeDone(order))
                .hasMessageContaining("20,000 won were charged is not known after 6 attempts")
                .hasMessageContaining("no answer")
                .hasMessageContaining(order.value())
                .hasMessageContaining("increase the retries");
        Incident incident = runtimeService()
                .createIncidentQuery()
                .processInstanceId(process.getId())
                .singleResult();
        assertThat(incident.getIncidentType()).isEqualTo("failedJob");
        assertThat(incident.getActivityId()).isEqualTo("Task_RetryCharge");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.CREATED);
        assertThat(shop.order(order).payment().status()).isEqualTo(PaymentStatus.IN_PROGRESS);

        gateway.relent(order);
        managementService().setJobRetries(incident.getConfiguration(), 1);
        shop.letWorkBeDone(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PROCESSING);
        assertThat(runtimeService()
                        .createIncidentQuery()
                        .processInstanceId(process.getId())
                        .count())
                .isZero();
    }

    /** The money has moved: neither is it lost to what breaks behind it, nor does the order hide it. */
    @Test
    void keepsAnswerOfTheGatewayWhenWhatFollowsItBreaks() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);
        ProcessInstance process = shop.process(order);
        shop.pay(order, "card");
        poison(order, "reservation_line", "CONFIRMED");

        shop.letGatewayBeAsked(order);

        assertThat(gateway.charges(order)).isOne();
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PAID);
        assertThat(shop.order(order).payment().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(process).isWaitingAt("Task_TakeUpAnswer");
        Job rest = shop.nextWork(order);
        for (int tries = rest.getRetries(); tries > 0; tries--) {
            assertThatThrownBy(() -> managementService().executeJob(rest.getId()))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(runtimeService()
                        .createIncidentQuery()
                        .processInstanceId(process.getId())
                        .singleResult()
                        .getActivityId())
                .isEqualTo("Task_TakeUpAnswer");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PAID);

        heal("reservation_line");
        managementService().setJobRetries(rest.getId(), 1);
        shop.letWorkBeDone(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PROCESSING);
        assertThat(gateway.charges(order)).isOne();
        assertStock(8, 0);
    }

    @Test
    void refundsOrderCancelledWhileWhatFollowsItsPaymentIsBroken() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);
        shop.pay(order, "card");
        poison(order, "reservation_line", "CONFIRMED");
        shop.letGatewayBeAsked(order);

        shop.cancel(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PAID);
        assertThat(shop.order(order).cancellationRequested()).isTrue();
        heal("reservation_line");
        shop.letWorkBeDone(order);

        assertRefunded(order, OrderReason.CUSTOMER_REQUEST);
        assertStock(10, 0);
    }

    @Test
    void keepsDeclineOfTheGatewayWhenWhatFollowsItBreaks() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);
        shop.pay(order, "decline");
        poison(order, "orders", "FAILED");

        shop.letGatewayBeAsked(order);
        assertThat(shop.order(order).payment().status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.CREATED);
        heal("orders");
        shop.letWorkBeDone(order);

        assertEnded(order, "EndEvent_OrderFailed", OrderStatus.FAILED, OrderReason.PAYMENT_DECLINED);
        assertNothingTaken(order);
    }

    /** Makes the database refuse a step of this order, as a fault of it would. */
    private void poison(OrderNumber order, String table, String status) {
        transactions.executeWithoutResult(open -> database.sql(
                        "alter table %s add constraint poison check (order_number <> '%s' ".formatted(table, order)
                                + "or status <> '%s')".formatted(status))
                .update());
    }

    private void heal(String table) {
        transactions.executeWithoutResult(open -> database.sql("alter table %s drop constraint poison".formatted(table))
                .update());
    }

    /** Such as one of an older diagram, or one that was drawn wrong. */
    @Test
    void marksNoOrderPaidWhoseMoneyIsNotThereHoweverItsProcessGotThere() throws Exception {
        OrderNumber order = shop.place(sku, 2);
        shop.pay(order, "card");

        assertThatThrownBy(() -> runtimeService()
                        .createProcessInstanceModification(shop.process(order).getId())
                        .startBeforeActivity("Task_ConfirmReservation")
                        .execute())
                .hasStackTraceContaining("IllegalTransition");

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.CREATED);
    }

    @Test
    void notificationOfTheGatewayTakesUpWhatAPersonWasToLookInto() throws Exception {
        OrderNumber order = shop.place(sku, 2);
        shop.pay(order, "silent");
        for (int tries = 1; tries <= 6; tries++) {
            shop.letGatewayBeAsked(order);
            clock.advance(Duration.ofMinutes(10));
        }
        Job stuck = shop.nextWork(order);
        assertThatThrownBy(() -> shop.letWorkBeDone(order)).hasMessageContaining("not known after 6 attempts");
        gateway.relent(order);

        clerk.hint(order);

        assertThat(managementService()
                        .createJobQuery()
                        .jobId(stuck.getId())
                        .withRetriesLeft()
                        .count())
                .isOne();
        shop.letWorkBeDone(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PROCESSING);
    }

    @Test
    void shipsAgainToCorrectedAddress() throws Exception {
        OrderNumber order = shipped(2);
        ProcessInstance process = shop.process(order);
        carrierTells(order, "shipment.failure");
        assertThat(process).isWaitingAt("Task_ResolveShippingFailure").task().hasCandidateGroup("ops");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.SHIP_FAILED);

        complete(task(process), Map.of("resolution", "SHIP_AGAIN", "line1", "2 Teheran-ro"));
        shop.letWorkBeDone(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PROCESSING);
        assertThat(shop.order(order).shippingAddress().line1()).isEqualTo("2 Teheran-ro");
        assertThat(shop.order(order).shipment().attempt()).isEqualTo(2);
        assertThat(runtimeService().getVariables(process.getId())).doesNotContainKey("line1");
        assertThat(historyService()
                        .createHistoricVariableInstanceQuery()
                        .variableName("line1")
                        .list())
                .allSatisfy(gone -> assertThat(gone.getValue()).isNull());
        deliver(order);

        assertThat(process).isEnded().hasPassed("EndEvent_OrderDelivered");
        assertThat(shop.toldAbout(order))
                .containsOnly("order-confirmed", "order-shipped", "shipping-failed", "order-delivered");
    }

    @Test
    void completesOrderWhoseParcelIsDeliveredAfterAll() throws Exception {
        OrderNumber order = shipped(2);
        ProcessInstance process = shop.process(order);
        carrierTells(order, "shipment.failure");
        assertThat(process).isWaitingAt("Task_ResolveShippingFailure");

        deliver(order);

        assertThat(process).isEnded().hasPassed("EndEvent_ReceivedAfterAll", "EndEvent_OrderDelivered");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(shop.toldAbout(order)).endsWith("shipping-failed", "order-delivered");
        assertThat(gateway.refunded(order)).isZero();
        assertStock(8, 0);
    }

    @Test
    void refundsAndRestocksWhenShippingIsGivenUpAndGoodsAreBack() throws Exception {
        OrderNumber order = shipped(2);
        carrierTells(order, "shipment.failure");
        ProcessInstance process = shop.process(order);
        assertThatThrownBy(() -> complete(task(process), Map.of("resolution", "SHRUG")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("resolution must be one of");

        complete(task(process), Map.of("resolution", "GIVE_UP_RESTOCK"));
        shop.letWorkBeDone(order);

        assertRefunded(order, OrderReason.SHIPMENT_FAILED);
        assertStock(10, 0);
    }

    @Test
    void refundsAndWritesOffWhenShippingIsGivenUpAndGoodsAreLost() throws Exception {
        OrderNumber order = shipped(2);
        carrierTells(order, "shipment.failure");
        ProcessInstance process = shop.process(order);

        putOff(task(process), Duration.ofHours(-1));
        shop.letTimerGoOff(order);
        assertThat(task(process).getPriority()).isEqualTo(100);
        complete(task(process), Map.of("resolution", "GIVE_UP_WRITE_OFF"));
        shop.letWorkBeDone(order);

        assertRefunded(order, OrderReason.SHIPMENT_FAILED);
        assertStock(8, 0);
        assertThat(history(order)).contains("EndEvent_FailureEscalated", "EndEvent_GivenUpGoodsLost");
    }

    @Test
    void escalatesFailureOnceItsDueDateHasPassedHoweverEarlyTheTimerGoesOff() throws Exception {
        OrderNumber order = shipped(2);
        carrierTells(order, "shipment.failure");
        ProcessInstance process = shop.process(order);

        putOff(task(process), Duration.ofHours(1));
        shop.letTimerGoOff(order);
        int early = task(process).getPriority();
        putOff(task(process), Duration.ofHours(-1));
        shop.letTimerGoOff(order);
        int overdue = task(process).getPriority();

        assertThat(early).isEqualTo(70);
        assertThat(overdue).isEqualTo(100);
    }

    @Test
    void returnsOrderOfWhichEverythingCameBack() throws Exception {
        OrderNumber order = delivered(2);
        ReturnId first = requestReturn(order, 2);

        complete(task("Task_ApproveReturn", shop.returning(order)), Map.of("returnDecision", "APPROVE"));
        complete(task("Task_ReceiveGoods", shop.returning(order)));
        inspect(order, 2, true);
        shop.letWorkBeDone(order);

        assertThat(shop.process(order)).as("running process of the order").isNull();
        assertThat(history(order)).contains("EndEvent_OrderReturned");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.RETURNED);
        assertThat(shop.order(order).refundedAmount())
                .isEqualTo(Money.won(19_000))
                .isEqualTo(shop.order(order).paymentAmount());
        assertThat(returns.facts(first).status()).isEqualTo(ReturnStatus.REFUNDED);
        assertStock(10, 0);
        assertThat(shop.used(coupon)).isZero();
        assertThat(shop.toldAbout(order)).endsWith("order-returned").doesNotContain("return-refunded");
    }

    @Test
    void refundsReturnOfPartAndThenOfTheRest() throws Exception {
        OrderNumber order = delivered(2);
        requestReturn(order, 1);
        complete(task("Task_ApproveReturn", shop.returning(order)), Map.of("returnDecision", "APPROVE"));
        carrierTells(order, "return.received");
        inspect(order, 1, false);
        shop.letWorkBeDone(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(shop.order(order).items().get(0).returnedQuantity()).isOne();
        assertThat(shop.order(order).refundedAmount()).isEqualTo(Money.won(9_500));
        assertThat(shop.toldAbout(order)).endsWith("return-refunded");

        requestReturn(order, 1);
        complete(task("Task_ApproveReturn", shop.returning(order)), Map.of("returnDecision", "APPROVE"));
        carrierTells(order, "return.received");
        inspect(order, 1, true);
        shop.letWorkBeDone(order);

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.RETURNED);
        assertThat(shop.order(order).refundedAmount()).isEqualTo(Money.won(19_000));
        assertStock(9, 0);
    }

    @Test
    void keepsOrderWhoseReturnIsRejected() throws Exception {
        OrderNumber order = delivered(2);
        ReturnId wanted = requestReturn(order, 1);
        Task approve = task("Task_ApproveReturn", shop.returning(order));
        assertThat(runtimeService().getVariable(shop.returning(order).getId(), "suggestion"))
                .isEqualTo("APPROVE");
        assertThatThrownBy(() -> complete(approve, Map.of("returnDecision", "REJECT")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("reason");

        complete(approve, Map.of("returnDecision", "REJECT", "decisionReason", "worn"));

        assertThat(returns.facts(wanted).status()).isEqualTo(ReturnStatus.REJECTED);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(shop.order(order).refundedAmount()).isEqualTo(Money.ZERO);
        assertThat(shop.toldAbout(order)).endsWith("return-rejected");
    }

    @Test
    void keepsOrderWhoseReturnIsRejectedBecauseNothingCame() throws Exception {
        OrderNumber order = delivered(2);
        ReturnId wanted = requestReturn(order, 1);
        complete(task("Task_ApproveReturn", shop.returning(order)), Map.of("returnDecision", "APPROVE"));
        Task receive = task("Task_ReceiveGoods", shop.returning(order));
        assertThatThrownBy(() -> complete(receive, Map.of("received", false)))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("receiptNote must say why");

        complete(receive, Map.of("received", false, "receiptNote", "the parcel was never handed in"));

        assertThat(history(order)).contains("EndEvent_ReturnRejected");
        assertThat(returns.facts(wanted).status()).isEqualTo(ReturnStatus.REJECTED);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(shop.order(order).refundedAmount()).isEqualTo(Money.ZERO);
        assertThat(shop.toldAbout(order)).endsWith("return-rejected");
        assertStock(8, 0);
    }

    @Test
    void keepsOrderWhoseReturnIsRejectedBecauseNothingWasAccepted() throws Exception {
        OrderNumber order = delivered(2);
        ReturnId wanted = requestReturn(order, 1);
        complete(task("Task_ApproveReturn", shop.returning(order)), Map.of("returnDecision", "APPROVE"));
        complete(task("Task_ReceiveGoods", shop.returning(order)));

        inspect(order, 0, false);

        assertThat(history(order)).contains("EndEvent_NothingAccepted").doesNotContain("EndEvent_ReturnRefunded");
        assertThat(returns.facts(wanted).status()).isEqualTo(ReturnStatus.REJECTED);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(shop.order(order).refundedAmount()).isEqualTo(Money.ZERO);
        assertThat(shop.toldAbout(order)).endsWith("return-approved", "return-rejected");
        assertStock(8, 0);
    }

    @Test
    void returnsParcelThatIsStillOnItsWayAndRecordsItsDelivery() throws Exception {
        OrderNumber order = shipped(2);
        requestReturn(order, 1);
        complete(task("Task_ApproveReturn", shop.returning(order)), Map.of("returnDecision", "APPROVE"));

        deliver(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);
        carrierTells(order, "return.received");
        assertThatThrownBy(() ->
                        complete(task("Task_InspectReturn", shop.returning(order)), Map.of("inspection", "all fine")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("inspection must be");
        assertThatThrownBy(() -> inspect(order, 2, true))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("accepted quantity");
        inspect(order, 1, true);
        shop.letWorkBeDone(order);

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(shop.order(order).refundedAmount()).isEqualTo(Money.won(9_500));
    }

    @Test
    void decidesAboutFailedParcelOnlyWhenItsReturnIsDone() throws Exception {
        OrderNumber order = shipped(2);
        requestReturn(order, 2);
        carrierTells(order, "shipment.return_to_sender");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.SHIP_FAILED);
        assertThatThrownBy(() -> complete(
                        task("Task_ResolveShippingFailure", shop.process(order)),
                        Map.of("resolution", "GIVE_UP_RESTOCK")))
                .hasMessageContaining("a return of this order is open");

        complete(task("Task_ApproveReturn", shop.returning(order)), Map.of("returnDecision", "APPROVE"));
        complete(task("Task_ReceiveGoods", shop.returning(order)));
        inspect(order, 2, true);
        shop.letWorkBeDone(order);

        assertThat(shop.process(order)).isNull();
        assertThat(history(order)).contains("Event_EverythingReturned");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.RETURNED);
        assertStock(10, 0);
    }

    @Test
    void endsOrderOfWhichEverythingCameBackWhileItWasOnItsWay() throws Exception {
        OrderNumber order = shipped(2);
        requestReturn(order, 2);
        complete(task("Task_ApproveReturn", shop.returning(order)), Map.of("returnDecision", "APPROVE"));
        carrierTells(order, "return.received");
        inspect(order, 2, true);
        shop.letWorkBeDone(order);

        assertThat(shop.process(order)).as("running process of the order").isNull();
        assertThat(shop.returning(order)).as("running process of the return").isNull();
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.RETURNED);
        assertThat(shop.used(coupon)).isZero();
        deliver(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.RETURNED);
    }

    @Test
    void handsRefusedRefundOfReturnToOps() throws Exception {
        OrderNumber order = delivered(2, "refuse-refund");
        ReturnId id = requestReturn(order, 1);
        complete(task("Task_ApproveReturn", shop.returning(order)), Map.of("returnDecision", "APPROVE"));
        complete(task("Task_ReceiveGoods", shop.returning(order)));
        inspect(order, 1, true);
        shop.letWorkBeDone(order);
        assertThat(returns.facts(id).status()).isEqualTo(ReturnStatus.APPROVED);

        gateway.relent(order);
        complete(task(shop.settling(order)), Map.of("settlement", "RETRY"));
        shop.letWorkBeDone(order);

        assertThat(returns.facts(id).status()).isEqualTo(ReturnStatus.REFUNDED);
        assertThat(shop.order(order).refundedAmount()).isEqualTo(Money.won(9_500));
    }

    private OrderNumber shipped(int pieces) throws Exception {
        return shipped(pieces, "card");
    }

    private OrderNumber shipped(int pieces, String paymentKey) throws Exception {
        OrderNumber order = shop.place(sku, pieces, coupon);
        shop.pay(order, paymentKey);
        shop.letWorkBeDone(order);
        handOver(order);
        return order;
    }

    private OrderNumber delivered(int pieces) throws Exception {
        return delivered(pieces, "card");
    }

    private OrderNumber delivered(int pieces, String paymentKey) throws Exception {
        OrderNumber order = shipped(pieces, paymentKey);
        deliver(order);
        return order;
    }

    private ReturnId requestReturn(OrderNumber order, int pieces) throws Exception {
        return returns.request(new RequestReturn(
                        order,
                        Optional.empty(),
                        new Actor("alice"),
                        ReturnReason.CHANGE_OF_MIND,
                        null,
                        Map.of(sku, new Quantity(pieces))))
                .returnId();
    }

    private void inspect(OrderNumber order, int accepted, boolean restock) {
        complete(
                task("Task_InspectReturn", shop.returning(order)),
                Map.of(
                        "inspection",
                        "[{\"sku\": \"%s\", \"accepted\": %d, \"restock\": %s}]".formatted(sku, accepted, restock)));
    }

    private void putOff(Task task, Duration fromNow) {
        task.setDueDate(Date.from(clock.instant().plus(fromNow)));
        taskService().saveTask(task);
    }

    private void handOver(OrderNumber order) {
        carrierTells(order, "shipment.in_transit");
    }

    private void deliver(OrderNumber order) {
        carrierTells(order, "shipment.delivered");
    }

    private void carrierTells(OrderNumber order, String type) {
        String id = UUID.randomUUID().toString();
        clock.advance(Duration.ofSeconds(1));
        carrier.receive(new CarrierMessage(id, type, "simulated", id, null, order.value(), null, clock.instant()));
        carrier.applyDue();
    }

    private void assertEnded(OrderNumber order, String endEvent, OrderStatus status, OrderReason reason)
            throws Exception {
        assertThat(shop.process(order)).as("running process of the order").isNull();
        assertThat(history(order)).contains(endEvent);
        assertThat(shop.order(order).status()).isEqualTo(status);
        assertThat(shop.order(order).reason()).isEqualTo(reason);
    }

    private void assertRefunded(OrderNumber order, OrderReason reason) throws Exception {
        assertEnded(order, "EndEvent_OrderRefunded", OrderStatus.REFUNDED, reason);
        OrderView refunded = shop.order(order);
        assertThat(refunded.refundedAmount()).isEqualTo(refunded.paymentAmount());
        assertThat(refunded.payment().status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(shop.used(coupon)).isZero();
        assertThat(shop.toldAbout(order)).endsWith("order-refunded").doesNotContain("order-cancelled");
        assertThat(history(order)).containsSubsequence("Task_RefundPayment", "Task_RestoreCoupon", "Task_ReleaseStock");
    }

    private void assertNothingTaken(OrderNumber order) throws Exception {
        assertStock(10, 0);
        assertThat(shop.used(coupon)).isZero();
        assertThat(shop.order(order).refundedAmount()).isEqualTo(Money.ZERO);
    }

    private void assertStock(long onHand, long reserved) {
        StockItem stock = shop.stock(sku);
        assertThat(stock.onHand()).as("pieces on hand").isEqualTo(onHand);
        assertThat(stock.reserved()).as("pieces reserved").isEqualTo(reserved);
    }

    /** The activities the order, and any of its returns, has passed, in the order they were begun. */
    private List<String> history(OrderNumber order) {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(order.value())
                .rootProcessInstances()
                .list()
                .stream()
                .flatMap(process -> engine
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(process.getId())
                        .orderPartiallyByOccurrence()
                        .asc()
                        .list()
                        .stream())
                .map(passed -> passed.getActivityId())
                .toList();
    }
}
