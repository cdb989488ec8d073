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
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.ShipmentDelivered;
import io.orderflow.shipping.ShipmentHandedOver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every way an order can go, each through real delegates and real transactions; together they must take every node and
 * every flow of the diagram, or this class fails.
 */
@ExtendWith(CompleteCoverage.class)
@DatabaseTest
@Import({Shop.class, TestClock.Configuration.class})
class OrderPathTests {

    @Autowired
    Shop shop;
    @Autowired
    TestClock clock;
    @Autowired
    ProcessEngine engine;
    @Autowired
    ApplicationEventPublisher carrier;
    @Autowired
    TransactionTemplate transaction;

    Sku sku;
    CouponCode coupon;

    @BeforeEach
    void openShop() throws Exception {
        init(engine);
        sku = shop.product(10);
        coupon = shop.coupon(5);
    }

    @Test
    void completesOrder() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);
        ProcessInstance process = shop.process(order);
        assertThat(process).isWaitingAt("Gateway_PaymentAwaited");

        shop.pay(order, "card");
        shop.letWorkBeDone(order);
        assertThat(process).isWaitingAt("Event_ShipmentHandedOver");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PROCESSING);
        handOver(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.SHIPPED);
        deliver(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);
        shop.letTimerGoOff(order);

        assertThat(process).isEnded().hasPassed("EndEvent_OrderCompleted")
                .hasNotPassed("Task_CallOffOrder", "Task_ReleaseStock", "Task_RestoreCoupon", "Task_RefundPayment");
        assertStock(8, 0);
        assertThat(shop.used(coupon)).isOne();
        assertThat(shop.toldAbout(order)).containsExactly("order-confirmed", "order-shipped", "order-delivered");
        assertThat(shop.events(order)).extracting(OrderEventView::type).containsExactly("ORDER_PLACED",
                "PAYMENT_SUBMITTED", "ORDER_PAID", "ORDER_IN_PREPARATION", "SHIPMENT_BOOKED", "SHIPMENT_UPDATED",
                "ORDER_SHIPPED", "SHIPMENT_UPDATED", "ORDER_COMPLETED");
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

        shop.letTimerGoOff(order);
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
        assertThat(history(order)).doesNotContain("Task_ChargePayment", "Task_RestoreCoupon").contains("Task_ReleaseStock");
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
        assertThat(history(order)).contains("Task_RestoreCoupon", "Task_ReleaseStock").doesNotContain("Task_RefundPayment");
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
    }

    @Test
    void refundsOrderCancelledBeforeItsShipmentIsBooked() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);
        shop.pay(order, "card");
        shop.letOneStepBeDone(order);
        shop.letOneStepBeDone(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PROCESSING);

        shop.cancel(order);
        shop.letWorkBeDone(order);

        assertRefunded(order, OrderReason.CUSTOMER_REQUEST);
        assertThat(history(order)).doesNotContain("Task_BookShipment");
    }

    @Test
    void handsRefusedRefundToOpsAndGivesBackTheRestAtOnce() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);
        shop.pay(order, "refuse-refund");
        shop.letWorkBeDone(order);
        ProcessInstance process = shop.process(order);

        shop.cancel(order);
        shop.letWorkBeDone(order);
        assertThat(process).isWaitingAt("Task_SettleRefund").task().hasCandidateGroup("ops");
        assertNothingTaken(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(shop.order(order).refundedAmount()).isZero();
        assertThat(shop.toldAbout(order)).doesNotContain("order-refunded");

        complete(task(process), Map.of("settlement", "RETRY"));
        shop.letWorkBeDone(order);
        assertThat(process).isWaitingAt("Task_SettleRefund");
        complete(task(process), Map.of("settlement", "SETTLED_OUTSIDE", "settlementReference", "BANK-1"));

        assertRefunded(order, OrderReason.CUSTOMER_REQUEST);
    }

    @Test
    void keepsRefundOpenWhenItIsSettledWithNonsense() throws Exception {
        OrderNumber order = shop.place(sku, 2);
        shop.pay(order, "refuse-refund");
        shop.letWorkBeDone(order);
        ProcessInstance process = shop.process(order);
        shop.cancel(order);
        shop.letWorkBeDone(order);
        Task settle = task(process);

        assertThatThrownBy(() -> complete(settle, Map.of("settlement", "FORGET_IT")))
                .hasMessageContaining("settlement must be");
        assertThatThrownBy(() -> complete(settle, Map.of("settlement", "SETTLED_OUTSIDE")))
                .hasMessageContaining("settlementReference");

        assertThat(process).isWaitingAt("Task_SettleRefund");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void asksAgainWhileTheGatewayGivesNoAnswer() throws Exception {
        OrderNumber order = shop.place(sku, 2);
        shop.pay(order, "timeout");

        for (int unknown = 0; unknown < 2; unknown++) {
            assertThatThrownBy(() -> shop.letOneStepBeDone(order)).hasMessageContaining("not known");
            assertThat(shop.order(order).payment().status()).isEqualTo(PaymentStatus.IN_PROGRESS);
        }
        shop.letWorkBeDone(order);

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PROCESSING);
    }

    private void handOver(OrderNumber order) {
        transaction.executeWithoutResult(t -> carrier.publishEvent(new ShipmentHandedOver(order, 1, clock.instant())));
    }

    private void deliver(OrderNumber order) {
        transaction.executeWithoutResult(t -> carrier.publishEvent(new ShipmentDelivered(order, 1, clock.instant())));
    }

    private void assertEnded(OrderNumber order, String endEvent, OrderStatus status, OrderReason reason) throws Exception {
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
        assertThat(shop.order(order).refundedAmount()).isZero();
    }

    private void assertStock(long onHand, long reserved) {
        StockItem stock = shop.stock(sku);
        assertThat(stock.onHand()).as("pieces on hand").isEqualTo(onHand);
        assertThat(stock.reserved()).as("pieces reserved").isEqualTo(reserved);
    }

    /** The activities the order has passed, in the order they were begun. */
    private List<String> history(OrderNumber order) {
        String process = engine.getHistoryService().createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(order.value()).singleResult().getId();
        return engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(process)
                .orderPartiallyByOccurrence().asc().list().stream().map(a -> a.getActivityId()).toList();
    }
}
