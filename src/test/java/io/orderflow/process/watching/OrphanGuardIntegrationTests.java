package io.orderflow.process.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.DatabaseTest;
import io.orderflow.Together;
import io.orderflow.cases.CaseId;
import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseOutcome;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.CaseState;
import io.orderflow.cases.CaseView;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.reading.OpenOrders;
import io.orderflow.order.reading.OpenOrders.Mark;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.process.Shop;
import io.orderflow.returns.RequestReturn;
import io.orderflow.returns.ReturnReason;
import io.orderflow.returns.ReturnService;
import io.orderflow.shared.Actor;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/** On the real clock, because the engine stamps with it when a process was deleted. */
@DatabaseTest
@Import({Shop.class, GatewayClerk.class})
class OrphanGuardIntegrationTests {

    @Autowired
    Shop shop;

    @Autowired
    OrphanGuard guard;

    @Autowired
    Orphans orphans;

    @Autowired
    OrderProcesses processes;

    @Autowired
    OpenOrders openOrders;

    @Autowired
    CaseRegister cases;

    @Autowired
    CarrierInbox carrier;

    @Autowired
    ReturnService returns;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    Clock clock;

    Sku sku;
    CouponCode coupon;

    @BeforeEach
    void openShop() throws Exception {
        sku = shop.product(10);
        coupon = shop.coupon(5);
    }

    @Test
    void findsPaidOrderWhoseProcessWasDeleted() throws Exception {
        OrderNumber order = paid();
        deleteProcess(order);

        guard.look();

        CaseView found = onlyCase(order);
        assertThat(found.kind()).isEqualTo(CaseKind.ORPHANED_ORDER);
        assertThat(found.state()).isEqualTo(CaseState.OPEN);
        assertThat(found.finding())
                .isEqualTo(("Order %s is PROCESSING and has no running process. "
                                + "It still holds 19,000 won, coupon %s, 2 of %s.")
                        .formatted(order, coupon, sku));
    }

    @Test
    void findsOrderWithoutAnyTraceOfProcess() throws Exception {
        OrderNumber order = shop.place(sku, 2);
        deleteProcessAndHistory(order);

        guard.look();

        assertThat(onlyCase(order).finding()).endsWith("It still holds 2 of %s.".formatted(sku));
    }

    @Test
    void findsCancelledOrderThatOwesMoney() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);
        shop.pay(order, "refuse-refund");
        shop.letWorkBeDone(order);
        shop.cancel(order);
        shop.letWorkBeDone(order);
        deleteProcessAndHistory(order);

        guard.look();

        assertThat(onlyCase(order).finding()).contains("is CANCELLED").endsWith("It still holds 19,000 won.");
    }

    @Test
    void findsCancelledOrderWhoseStockWasNotReleased() throws Exception {
        OrderNumber order = shop.place(sku, 2);
        shop.cancel(order);
        deleteProcess(order);

        guard.look();

        assertThat(onlyCase(order).finding())
                .contains("is CANCELLED")
                .endsWith("It still holds 2 of %s.".formatted(sku));
    }

    @Test
    void findsReturnOfDeliveredOrderWhoseProcessWasDeleted() throws Exception {
        OrderNumber order = delivered();
        String id = requestReturn(order);
        deleteReturnsProcess(order);

        guard.look();

        assertThat(onlyCase(order).finding())
                .isEqualTo(("Return %s (TO_DECIDE) of order %s has no running process. "
                                + "The order still holds 10,000 won, 1 of %s.")
                        .formatted(id, order, sku));
    }

    @Test
    void findsReturnWithoutAnyTraceOfProcessBesideRunningOrder() throws Exception {
        OrderNumber order = paid();
        carrierTells(order, "shipment.in_transit");
        requestReturn(order);
        history.deleteHistoricProcessInstance(deleteReturnsProcess(order));

        guard.look();

        assertThat(onlyCase(order).finding()).contains("has no running process");
        assertThat(orphans.isWithoutProcess(order)).isTrue();
    }

    @Test
    void missesNoProcessOfDeliveredOrder() throws Exception {
        OrderNumber order = delivered();
        OrderNumber returning = delivered();
        requestReturn(returning);

        guard.look();
        guard.lookFurther();

        assertThat(List.of(order, returning)).allSatisfy(it -> {
            assertThat(casesOf(it)).isEmpty();
            assertThat(orphans.isWithoutProcess(it)).isFalse();
        });
    }

    @Test
    void findsParcelOnItsWay() throws Exception {
        OrderNumber order = paid();
        carrierTells(order, "shipment.in_transit");
        deleteProcessAndHistory(order);

        guard.look();

        assertThat(onlyCase(order).finding()).contains("is SHIPPED");
    }

    @Test
    void findsWhatWasCalledOffLatelyWithoutTrace() throws Exception {
        OrderNumber order = shop.place(sku, 2);
        shop.cancel(order);
        deleteProcessAndHistory(order);

        guard.lookFurther();

        assertThat(onlyCase(order).finding()).contains("is CANCELLED");
    }

    @Test
    void findsUnpaidOrderCalledOffWithoutTraceAtTheNextLook() throws Exception {
        OrderNumber order = shop.place(sku, 2);
        shop.cancel(order);
        deleteProcessAndHistory(order);

        guard.look();

        assertThat(onlyCase(order).finding()).contains("is CANCELLED");
    }

    @Test
    void findsRefundedOrderThatNobodyHasClosed() throws Exception {
        OrderNumber order = paid();
        shop.cancel(order);
        while (shop.nextWork(order) != null) {
            shop.letOneStepBeDone(order);
        }
        deleteProcessAndHistory(order);
        shop.letWorkBeDone(order);

        guard.look();

        assertThat(onlyCase(order).finding()).contains("is CANCELLED").endsWith("It still holds nothing.");
    }

    @Test
    void leavesRunningAndFinishedOrdersAlone() throws Exception {
        List<OrderNumber> well = new ArrayList<>(List.of(shop.place(sku, 1), paid(), delivered()));
        OrderNumber cancelled = shop.place(sku, 1);
        shop.cancel(cancelled);
        shop.letWorkBeDone(cancelled);
        OrderNumber refunded = paid();
        shop.cancel(refunded);
        shop.letWorkBeDone(refunded);
        OrderNumber declined = shop.place(sku, 1);
        shop.pay(declined, "decline");
        shop.letWorkBeDone(declined);
        OrderNumber over = delivered();
        well.addAll(List.of(cancelled, refunded, declined, over));

        guard.look();
        guard.lookFurther();

        assertThat(well).allSatisfy(order -> assertThat(casesOf(order)).isEmpty());
    }

    @Test
    void takesNoOrderForOrphanThatEndsWhileItLooks() throws Exception {
        OrderNumber order = shop.place(sku, 1);
        List<OrderNumber> read = openOrders.inStatus(OrderStatus.CREATED, Mark.START, 1000).stream()
                .map(Mark::order)
                .toList();
        shop.cancel(order);
        shop.letWorkBeDone(order);

        var found = orphans.among(read);

        assertThat(read).contains(order);
        assertThat(found).noneMatch(finding -> finding.order().orElseThrow().equals(order));
    }

    @Test
    void takesNoDeletedProcessForLossWhenAnotherOneRuns() throws Exception {
        OrderNumber order = shop.place(sku, 1);
        deleteProcess(order);
        runtime.createProcessInstanceByKey("Order")
                .businessKey(order.value())
                .startBeforeActivity("Task_AwaitPayment")
                .execute();

        guard.look();

        assertThat(casesOf(order)).isEmpty();
    }

    @Test
    void takesNeitherReturnNorCaseForProcessOfTheOrder() throws Exception {
        OrderNumber order = paid();
        carrierTells(order, "shipment.in_transit");
        requestReturn(order);
        deleteProcess(order);
        guard.look();

        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(order.value())
                        .list())
                .extracting(ProcessInstance::getProcessDefinitionKey)
                .containsExactlyInAnyOrder("Return", "ResolveCase");
        assertThat(processes.without(OrderStatus.SHIPPED)).contains(order);
        assertThat(processes.notRunning(List.of(order))).containsExactly(order);
        assertThat(processes.notReturning(List.of(order))).isEmpty();
    }

    @Test
    void opensOneCaseHoweverManyNodesLook() throws Exception {
        OrderNumber order = paid();
        deleteProcess(order);

        List<Object> outcomes = Together.run(4, node -> () -> {
            guard.look();
            return "looked";
        });

        assertThat(outcomes).containsOnly("looked");
        assertThat(casesOf(order)).hasSize(1);
    }

    @Test
    void startsCaseAgainThatHasLostItsProcessItself() throws Exception {
        OrderNumber order = paid();
        deleteProcess(order);
        guard.look();
        deleteProcess(order);

        guard.look();
        guard.look();

        assertThat(shop.process(order).getProcessDefinitionKey()).isEqualTo("ResolveCase");
        assertThat(casesOf(order)).hasSize(1);
    }

    @Test
    void staysSilentAboutWhatSomebodyHasExplained() throws Exception {
        OrderNumber order = paid();
        deleteProcess(order);
        guard.look();
        CaseId id = onlyCase(order).caseId();
        cases.decide(id, CaseOutcome.EXPLAINED, new Actor("ops"), "delivered by hand");
        cases.close(id);

        guard.look();

        assertThat(casesOf(order)).hasSize(1);
    }

    @Test
    void readsOpenOrdersInPortionsWithoutGapOrRepeat() throws Exception {
        for (int i = 0; i < 5; i++) {
            shop.place(sku, 1);
        }
        List<Mark> all = openOrders.inStatus(OrderStatus.CREATED, Mark.START, 1000);

        List<Mark> read = new ArrayList<>();
        for (Mark after = Mark.START; read.size() < all.size(); after = read.get(read.size() - 1)) {
            read.addAll(openOrders.inStatus(OrderStatus.CREATED, after, 2));
        }

        assertThat(read).isEqualTo(all).hasSizeGreaterThanOrEqualTo(5);
    }

    private OrderNumber paid() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);
        shop.pay(order, "card");
        shop.letWorkBeDone(order);
        return order;
    }

    private OrderNumber delivered() throws Exception {
        OrderNumber order = shop.place(sku, 1);
        shop.pay(order, "card");
        shop.letWorkBeDone(order);
        carrierTells(order, "shipment.in_transit");
        carrierTells(order, "shipment.delivered");
        return order;
    }

    private void carrierTells(OrderNumber order, String type) {
        carrier.receive(new CarrierMessage(
                order + type, type, "simulated", order + type, null, order.value(), null, clock.instant()));
        carrier.applyDue();
    }

    /** As Cockpit does. */
    private String deleteProcess(OrderNumber order) {
        String id = shop.process(order).getId();
        runtime.deleteProcessInstance(id, "deleted by hand", true, true);
        return id;
    }

    private String deleteReturnsProcess(OrderNumber order) {
        String id = shop.returning(order).getId();
        runtime.deleteProcessInstance(id, "deleted by hand", true, true);
        return id;
    }

    private String requestReturn(OrderNumber order) throws Exception {
        return returns.request(new RequestReturn(
                        order,
                        Optional.empty(),
                        new Actor("alice"),
                        ReturnReason.CHANGE_OF_MIND,
                        null,
                        Map.of(sku, new Quantity(1))))
                .returnId()
                .value();
    }

    private void deleteProcessAndHistory(OrderNumber order) {
        history.deleteHistoricProcessInstance(deleteProcess(order));
    }

    private CaseView onlyCase(OrderNumber order) {
        assertThat(casesOf(order)).hasSize(1);
        return casesOf(order).get(0);
    }

    private List<CaseView> casesOf(OrderNumber order) {
        return cases.search(null, PageRequest.of(0, 1000, Sort.by("caseNumber")))
                .filter(it -> it.reference().equals(order.value()))
                .toList();
    }
}
