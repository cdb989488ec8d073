package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseState;
import io.orderflow.cases.CaseView;
import io.orderflow.order.OrderReason;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.PaymentStatus;
import io.orderflow.returns.RequestReturn;
import io.orderflow.returns.ReturnReason;
import io.orderflow.shared.Actor;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.ProcessesOnHold;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/**
 * Somebody suspends processes in Cockpit while the world goes on: whatever happens meanwhile is heard once they are
 * activated.
 */
@ShopTest
class SuspendedProcessTests extends ShopScenario {

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    Sku sku;
    CouponCode coupon;
    OrderNumber order;

    @BeforeEach
    void placeOrder() throws Exception {
        sku = shop.product(10);
        coupon = shop.coupon(1);
        order = shop.place(sku, 2, coupon);
    }

    @ParameterizedTest
    @ValueSource(strings = {"card", "slow-card"})
    void paidMeanwhile(String key) throws Exception {
        shop.pay(order, key);
        suspended(() -> shop.letGatewayBeAsked(order));

        watch.tellAgain();

        assertEnds(OrderStatus.PROCESSING, null);
        assertThat(gateway.charges(order)).isOne();
    }

    @Test
    void declinedMeanwhile() throws Exception {
        shop.pay(order, "decline");
        suspended(() -> shop.letGatewayBeAsked(order));

        watch.tellAgain();

        assertEnds(OrderStatus.FAILED, OrderReason.PAYMENT_DECLINED);
    }

    @Test
    void paidAndCancelledMeanwhile() throws Exception {
        shop.pay(order, "card");
        suspended(() -> {
            shop.cancel(order);
            shop.letGatewayBeAsked(order);
        });

        watch.tellAgain();

        assertEnds(OrderStatus.REFUNDED, OrderReason.CUSTOMER_REQUEST);
    }

    @Test
    void unpaidOrderCancelledMeanwhile() throws Exception {
        suspended(() -> shop.cancel(order));

        watch.tellAgain();

        assertEnds(OrderStatus.CANCELLED, OrderReason.CUSTOMER_REQUEST);
    }

    @Test
    void expiredMeanwhile() throws Exception {
        suspended(() -> shop.letReservationExpire(order));

        shop.letReservationExpire(order);

        assertEnds(OrderStatus.CANCELLED, OrderReason.RESERVATION_EXPIRED);
    }

    @Test
    void cancelledMeanwhileBeforeTheParcelGoesOut() throws Exception {
        payNow("card");
        suspended(() -> shop.cancel(order));

        watch.tellAgain();

        assertEnds(OrderStatus.REFUNDED, OrderReason.CUSTOMER_REQUEST);
        assertThat(gateway.refunded(order)).isEqualTo(19_000);
    }

    @Test
    void cancelledMeanwhileWithTheParcelGoingOutBeforeAnyoneLooks() throws Exception {
        payNow("card");
        suspended(() -> {
            shop.cancel(order);
            staff.news(order, "shipment.in_transit", 1, Duration.ZERO);
            staff.takeNews();
        });

        staff.later(Duration.ofMinutes(2));
        staff.takeNews();

        assertEnds(OrderStatus.REFUNDED, OrderReason.CUSTOMER_REQUEST);
    }

    @Test
    void refundedMeanwhile() throws Exception {
        payNow("card");
        shop.cancel(order);
        while (shop.nextWork(order) != null) {
            staff.work(order);
        }
        suspended(() -> shop.letGatewayBeAsked(order));
        assertThat(gateway.refunded(order)).isEqualTo(19_000);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.CANCELLED);

        watch.tellAgain();

        assertEnds(OrderStatus.REFUNDED, OrderReason.CUSTOMER_REQUEST);
    }

    @Test
    void refundRefusedMeanwhile() throws Exception {
        payNow("refuse-refund");
        shop.cancel(order);
        while (shop.nextWork(order) != null) {
            staff.work(order);
        }
        suspended(() -> shop.letGatewayBeAsked(order));

        watch.tellAgain();
        shop.letWorkBeDone(order);

        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(order.value())
                        .singleResult()
                        .getTaskDefinitionKey())
                .isEqualTo("Task_SettleRefund");
    }

    @Test
    void refundOfReturnAnsweredMeanwhile() throws Exception {
        ship();
        returns.request(new RequestReturn(
                order,
                Optional.empty(),
                new Actor("alice"),
                ReturnReason.CHANGE_OF_MIND,
                null,
                Map.of(sku, new Quantity(1))));
        complete("Task_ApproveReturn", Map.of("returnDecision", "APPROVE", "decisionReason", "as wished"));
        complete("Task_ReceiveGoods", Map.of());
        answer(
                "Task_InspectReturn",
                Map.of("inspection", "[{\"sku\": \"%s\", \"accepted\": 1, \"restock\": true}]".formatted(sku)));
        while (shop.nextWork(order) != null) {
            staff.work(order);
        }
        String returning = shop.returning(order).getId();
        runtime.suspendProcessInstanceById(returning);
        shop.letGatewayBeAsked(order);
        runtime.activateProcessInstanceById(returning);
        assertThat(shop.returning(order)).isNotNull();

        watch.tellAgain();
        shop.letWorkBeDone(order);

        assertThat(shop.returning(order)).isNull();
        assertThat(returns.hasOpen(order)).isFalse();
        staff.finish(new Assortment(Map.of(sku, 10), List.of(coupon)));
    }

    @Test
    void everythingCameBackMeanwhile() throws Exception {
        ship();
        returns.request(new RequestReturn(
                order,
                Optional.empty(),
                new Actor("alice"),
                ReturnReason.CHANGE_OF_MIND,
                null,
                Map.of(sku, new Quantity(2))));
        complete("Task_ApproveReturn", Map.of("returnDecision", "APPROVE", "decisionReason", "as wished"));
        complete("Task_ReceiveGoods", Map.of());
        suspended(() -> complete(
                "Task_InspectReturn",
                Map.of("inspection", "[{\"sku\": \"%s\", \"accepted\": 2, \"restock\": true}]".formatted(sku))));
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.RETURNED);

        watch.tellAgain();

        assertThat(shop.process(order)).isNull();
        assertThat(shop.toldAbout(order)).endsWith("order-returned");
    }

    /** One came back while the parcel was on its way, and the carrier failed with what is back already. */
    @Test
    void everythingCameBackWhileTheFailureOfItsParcelWasSuspended() throws Exception {
        ship();
        returns.request(new RequestReturn(
                order,
                Optional.empty(),
                new Actor("alice"),
                ReturnReason.CHANGE_OF_MIND,
                null,
                Map.of(sku, new Quantity(2))));
        complete("Task_ApproveReturn", Map.of("returnDecision", "APPROVE", "decisionReason", "as wished"));
        complete("Task_ReceiveGoods", Map.of());
        staff.news(order, "shipment.failure", 2, Duration.ZERO);
        staff.takeNews();
        shop.letWorkBeDone(order);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(order.value())
                        .taskDefinitionKey("Task_ResolveShippingFailure")
                        .count())
                .isOne();
        suspended(() -> complete(
                "Task_InspectReturn",
                Map.of("inspection", "[{\"sku\": \"%s\", \"accepted\": 2, \"restock\": true}]".formatted(sku))));
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.RETURNED);

        watch.tellAgain();

        assertThat(shop.process(order)).isNull();
        assertThat(shop.toldAbout(order)).endsWith("order-returned");
    }

    @Test
    void tellsNobodyWhoHasHeardOrWaitsRightly() throws Exception {
        OrderNumber paying = shop.place(sku, 1);
        shop.pay(paying, "card");
        OrderNumber paid = shop.place(sku, 1);
        shop.pay(paid, "card");
        shop.letWorkBeDone(paid);

        watch.tellAgain();

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.CREATED);
        assertThat(shop.order(paying).payment().status()).isEqualTo(PaymentStatus.IN_PROGRESS);
        assertThat(shop.order(paid).status()).isEqualTo(OrderStatus.PROCESSING);
    }

    @Test
    void showsWhoWaitsForAPersonsHand() throws Exception {
        shop.pay(order, "card");
        runtime.suspendProcessInstanceById(shop.process(order).getId());
        shop.letGatewayBeAsked(order);

        watch.tellAgain();
        assertThat(caseOf(order)).isEmpty();
        watch.tellAgain();
        watch.tellAgain();

        CaseView shown = caseOf(order).orElseThrow();
        assertThat(shown.kind()).isEqualTo(CaseKind.PROCESS_ON_HOLD);
        assertThat(shown.finding())
                .isEqualTo(
                        ("A process of order %s is suspended and does not hear that the gateway has answered about its "
                                        + "payment. Activate it in Cockpit: it goes on within a minute.")
                                .formatted(order));
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PAID);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void showsAStepThatWaitsForAPersonsHand(boolean wholeProcess) throws Exception {
        payNow("card");
        shop.cancel(order);
        shop.letOneStepBeDone(order);
        String process = shop.process(order).getId();
        if (wholeProcess) {
            runtime.suspendProcessInstanceById(process);
        } else {
            management.suspendJobById(shop.nextWork(order).getId());
        }

        watch.lookForSuspendedSteps();
        assertThat(caseOf(order)).isEmpty();
        watch.lookForSuspendedSteps();
        watch.lookForSuspendedSteps();

        CaseView shown = caseOf(order).orElseThrow();
        assertThat(shown.kind()).isEqualTo(CaseKind.PROCESS_ON_HOLD);
        assertThat(shown.finding())
                .isEqualTo(
                        "A step or timer of order %s is due and suspended: its process Order goes on no further. Activate it, or its definition, in Cockpit."
                                .formatted(order));
        runtime.activateProcessInstanceById(process);
        management.activateJobByProcessInstanceId(process);
        explain(shown);
        assertEnds(OrderStatus.REFUNDED, OrderReason.CUSTOMER_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shipment.in_transit", "shipment.delivered", "shipment.failure"})
    void showsThatTheCarrierIsNotHeard(String told) throws Exception {
        payNow("card");
        String process = shop.process(order).getId();
        runtime.suspendProcessInstanceById(process);
        staff.news(order, told, 1, Duration.ZERO);
        staff.takeNews();

        watch.tellAgain();
        assertThat(caseOf(order)).isEmpty();
        watch.tellAgain();

        assertThat(caseOf(order).orElseThrow().finding())
                .contains("is suspended and does not hear that the carrier has told of its parcel");
        runtime.activateProcessInstanceById(process);
        staff.later(Duration.ofMinutes(2));
        staff.takeNews();
        explain(caseOf(order).orElseThrow());
        assertThat(shop.order(order).status()).isNotEqualTo(OrderStatus.PROCESSING);
        watch.tellAgain();
        watch.tellAgain();
        assertThat(caseOf(order)).isEmpty();
    }

    /** What a person has explained about one step says nothing about a later one. */
    @Test
    void showsEachSuspensionOfAnOrder() throws Exception {
        shop.pay(order, "card");
        String process = shop.process(order).getId();
        runtime.suspendProcessInstanceById(process);
        shop.letGatewayBeAsked(order);
        watch.tellAgain();
        watch.tellAgain();
        explain(caseOf(order).orElseThrow());
        watch.tellAgain();
        assertThat(caseOf(order)).as("it is suspended still, whatever was said").isPresent();
        runtime.activateProcessInstanceById(process);
        explain(caseOf(order).orElseThrow());
        watch.tellAgain();
        shop.letWorkBeDone(order);

        runtime.suspendProcessInstanceById(process);
        shop.cancel(order);
        watch.tellAgain();
        watch.tellAgain();
        assertThat(caseOf(order).orElseThrow().finding()).contains("somebody wants it cancelled");
        explain(caseOf(order).orElseThrow());
        runtime.activateProcessInstanceById(process);
        watch.tellAgain();

        for (int step = 0; step < 2; step++) {
            runtime.suspendProcessInstanceById(process);
            watch.lookForSuspendedSteps();
            watch.lookForSuspendedSteps();
            explain(caseOf(order).orElseThrow());
            runtime.activateProcessInstanceById(process);
            shop.letOneStepBeDone(order);
        }
        assertEnds(OrderStatus.REFUNDED, OrderReason.CUSTOMER_REQUEST);
    }

    @Test
    void showsATimerThatIsDueAndSuspended() throws Exception {
        ship();
        staff.news(order, "shipment.failure", 2, Duration.ZERO);
        staff.takeNews();
        shop.letWorkBeDone(order);
        String process = shop.process(order).getId();
        String timer = management
                .createJobQuery()
                .processInstanceId(process)
                .singleResult()
                .getId();
        management.setJobDuedate(timer, Date.from(Instant.parse("2099-01-01T00:00:00Z")));
        runtime.suspendProcessInstanceById(process);
        watch.lookForSuspendedSteps();
        watch.lookForSuspendedSteps();
        assertThat(caseOf(order)).isEmpty();

        management.setJobDuedate(timer, Date.from(Instant.EPOCH));
        watch.lookForSuspendedSteps();
        watch.lookForSuspendedSteps();

        assertThat(caseOf(order).orElseThrow().finding())
                .startsWith("A step or timer of order " + order + " is due and suspended");
    }

    private void explain(CaseView shown) {
        tasks.complete(
                tasks.createTaskQuery()
                        .processVariableValueEquals("caseId", shown.caseId().value())
                        .singleResult()
                        .getId(),
                Map.of("outcome", "EXPLAINED", "note", "activated"));
    }

    @Test
    void paymentOfASuspendedOrderIsRefused() throws Exception {
        suspended(() -> assertThatThrownBy(() -> shop.pay(order, "card")).isInstanceOf(ProcessesOnHold.class));

        assertThat(shop.order(order).payment().status()).isEqualTo(PaymentStatus.PENDING);
        shop.pay(order, "card");
        assertEnds(OrderStatus.PROCESSING, null);
    }

    @Test
    void nothingIsTakenOnWhileTheDefinitionIsSuspended() throws Exception {
        ship();
        long reserved = shop.stock(sku).reserved();
        repository
                .updateProcessDefinitionSuspensionState()
                .byProcessDefinitionKey("Order")
                .suspend();
        repository
                .updateProcessDefinitionSuspensionState()
                .byProcessDefinitionKey("Return")
                .suspend();
        try {
            assertThatThrownBy(() -> shop.place(sku, 1)).isInstanceOf(ProcessesOnHold.class);
            assertThatThrownBy(() -> returns.request(new RequestReturn(
                            order,
                            Optional.empty(),
                            new Actor("alice"),
                            ReturnReason.CHANGE_OF_MIND,
                            null,
                            Map.of(sku, new Quantity(1)))))
                    .isInstanceOf(ProcessesOnHold.class);
        } finally {
            repository
                    .updateProcessDefinitionSuspensionState()
                    .byProcessDefinitionKey("Order")
                    .activate();
            repository
                    .updateProcessDefinitionSuspensionState()
                    .byProcessDefinitionKey("Return")
                    .activate();
        }

        assertThat(shop.stock(sku).reserved()).isEqualTo(reserved);
        assertThat(returns.hasOpen(order)).isFalse();
        assertEnds(OrderStatus.SHIPPED, null);
    }

    private interface Happening {

        void happen() throws Exception;
    }

    private void suspended(Happening meanwhile) throws Exception {
        String process = shop.process(order).getId();
        runtime.suspendProcessInstanceById(process);
        meanwhile.happen();
        assertThat(shop.process(order).isSuspended()).isTrue();
        runtime.activateProcessInstanceById(process);
    }

    private void payNow(String key) throws Exception {
        shop.pay(order, key);
        shop.letWorkBeDone(order);
    }

    private void ship() throws Exception {
        payNow("card");
        staff.news(order, "shipment.in_transit", 1, Duration.ZERO);
        staff.takeNews();
    }

    private void complete(String task, Map<String, Object> answer) {
        answer(task, answer);
        shop.letWorkBeDone(order);
    }

    private void answer(String task, Map<String, Object> answer) {
        tasks.complete(
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(order.value())
                        .taskDefinitionKey(task)
                        .singleResult()
                        .getId(),
                answer);
    }

    private Optional<CaseView> caseOf(OrderNumber wanted) {
        return cases
                .search(CaseState.OPEN, PageRequest.of(0, 1000, Sort.by("caseNumber")))
                .filter(it -> it.reference().equals(wanted.value()))
                .stream()
                .findFirst();
    }

    private void assertEnds(OrderStatus status, OrderReason reason) throws Exception {
        staff.finish(new Assortment(Map.of(sku, 10), List.of(coupon)));
        assertThat(shop.order(order).status()).isEqualTo(status);
        assertThat(shop.order(order).reason()).isEqualTo(reason);
    }
}
