package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseState;
import io.orderflow.cases.CaseView;
import io.orderflow.order.OrderStatus;
import io.orderflow.returns.RequestReturn;
import io.orderflow.returns.ReturnReason;
import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/**
 * Processes are begun that nobody needs: they are found, ended and shown, and what an order has of its own goes on as
 * if they were not there.
 */
@ShopTest
class StrayProcessTests extends ShopScenario {

    @Autowired
    IdentityService identity;

    @Autowired
    ProcessEngine engine;

    Sku sku;
    OrderNumber order;
    String own;

    @BeforeEach
    void placeOrder() throws Exception {
        sku = shop.product(10);
        order = shop.place(sku, 2);
        own = shop.process(order).getId();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "nobody"})
    void secondProcessOfAnOrderTakesNothingFromTheFirst(String user) throws Exception {
        String second = begunBy(user, () -> runtime.startProcessInstanceByKey("Order", order.value()));

        shop.pay(order, "card");
        assertThat(runtime.getActiveActivityIds(second)).containsExactly("Task_AwaitPayment");
        assertThat(runtime.getActiveActivityIds(own)).containsExactly("Task_AwaitGateway");
        watch.look();

        assertEnded(second, user.equals("admin") ? "begun by admin" : "begun by nobody who was logged in");
        goOnToDelivery();
    }

    @Test
    void secondProcessOfASuspendedOneIsToldNothing() throws Exception {
        String second = begunBy("admin", () -> runtime.startProcessInstanceByKey("Order", order.value()));
        runtime.suspendProcessInstanceById(own);

        shop.cancel(order);
        watch.look();
        runtime.activateProcessInstanceById(own);

        assertEnded(second, "begun by admin");
        staff.finish(new Assortment(Map.of(sku, 10), List.of()));
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Task_AwaitPayment",
                "Task_AwaitGateway",
                "Task_AwaitRefund",
                "Task_TakeUpAnswer",
                "Task_RetryCharge",
                "Event_StockReleased"
            })
    void secondProcessInTheMiddleIsEnded(String place) throws Exception {
        shop.pay(order, "card");
        shop.letWorkBeDone(order);
        String second = begunBy(
                "admin",
                () -> runtime.createProcessInstanceByKey("Order")
                        .businessKey(order.value())
                        .startBeforeActivity(place)
                        .execute());

        watch.look();

        assertEnded(second, "begun by admin");
        goOnToDelivery();
    }

    @Test
    void processOfADeliveredOrderIsEnded() throws Exception {
        goOnToDelivery();
        String again = begunBy(
                "admin",
                () -> runtime.createProcessInstanceByKey("Order")
                        .businessKey(order.value())
                        .startBeforeActivity("Task_ResolveShippingFailure")
                        .execute());

        watch.look();

        assertEnded(again, "begun by admin");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(casesOf(CaseKind.ORPHANED_ORDER)).isEmpty();
    }

    @Test
    void processInThePlaceOfADeletedOneIsNotTheOrders() throws Exception {
        runtime.deleteProcessInstance(own, "deleted by hand");
        String again = begunBy("admin", () -> runtime.startProcessInstanceByKey("Order", order.value()));

        watch.look();

        assertEnded(again, "begun by admin");
        assertThat(casesOf(CaseKind.ORPHANED_ORDER)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORD-20261122-NOBODYS1", "anything at all", ""})
    void processOfNoOrderIsEnded(String key) {
        String stray = begunBy(
                "nobody",
                () -> runtime.createProcessInstanceByKey("Order")
                        .businessKey(key.isEmpty() ? null : key)
                        .startBeforeActivity("Task_AwaitPayment")
                        .execute());

        watch.look();

        assertEnded(stray, "under \"" + key + "\"");
    }

    @Test
    void secondProcessOfAReturnTakesNothingFromTheFirst() throws Exception {
        goOnToDelivery();
        returns.request(
                new RequestReturn(order, Optional.empty(), new Actor("alice"), ReturnReason.DEFECTIVE, null, Map.of()));
        String first = shop.returning(order).getId();
        String second = begunBy(
                "admin",
                () -> runtime.createProcessInstanceByKey("Return")
                        .businessKey(order.value())
                        .setVariable("returnId", order + "-RET1")
                        .startBeforeActivity("Task_InspectReturn")
                        .execute());

        watch.look();

        assertEnded(second, "begun by admin");
        assertThat(shop.returning(order).getId()).isEqualTo(first);
        assertThat(tasks.createTaskQuery()
                        .processInstanceId(first)
                        .singleResult()
                        .getTaskDefinitionKey())
                .isEqualTo("Task_ApproveReturn");
    }

    @Test
    void processesOfNoReturnNoRefundAndNoCaseAreEnded() {
        for (String process : new String[] {"Return", "SettleRefund", "ResolveCase"}) {
            String place = Map.of(
                            "Return",
                            "Task_ReceiveGoods",
                            "SettleRefund",
                            "Task_SettleRefund",
                            "ResolveCase",
                            "Task_ResolveCase")
                    .get(process);
            String stray = begunBy(
                    "nobody",
                    () -> runtime.createProcessInstanceByKey(process)
                            .businessKey(order.value())
                            .startBeforeActivity(place)
                            .execute());

            watch.look();

            assertEnded(stray, process);
        }
    }

    @Test
    void whatTheApplicationBeginsIsNoStray() throws Exception {
        shop.pay(order, "card");
        shop.letWorkBeDone(order);
        staff.news(order, "shipment.in_transit", 1, Duration.ZERO);
        staff.takeNews();
        returns.request(new RequestReturn(
                order, Optional.empty(), new Actor("alice"), ReturnReason.CHANGE_OF_MIND, null, Map.of()));
        runtime.deleteProcessInstance(own, "deleted by hand");
        runtime.deleteProcessInstance(shop.returning(order).getId(), "deleted by hand");
        watch.look();
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(order.value())
                .taskDefinitionKey("Task_ResolveCase")
                .singleResult()
                .getId();
        identity.setAuthentication("ops", List.of("ops"));
        try {
            tasks.complete(task, Map.of("outcome", "RESUME"));
        } finally {
            identity.clearAuthentication();
        }
        int before = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(order.value())
                .list()
                .size();

        watch.look();

        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(order.value())
                        .list())
                .hasSize(before)
                .hasSize(2);
        assertThat(casesOf(CaseKind.STRAY_PROCESS)).isEmpty();
    }

    /** A person may start none; a step or a listener that an analyst has drawn could. */
    private String begunBy(String user, Supplier<ProcessInstance> start) {
        if (user.equals("nobody")) {
            return start.get().getId();
        }
        identity.setAuthentication(user, List.of("camunda-admin"));
        try {
            return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getCommandExecutorTxRequired()
                    .execute(command -> start.get().getId());
        } finally {
            identity.clearAuthentication();
        }
    }

    private void goOnToDelivery() throws Exception {
        if (shop.order(order).payment().paymentKey() == null) {
            shop.pay(order, "card");
        }
        shop.letWorkBeDone(order);
        staff.news(order, "shipment.in_transit", 1, Duration.ZERO);
        staff.news(order, "shipment.delivered", 2, Duration.ZERO);
        staff.takeNews();
        staff.finish(new Assortment(Map.of(sku, 10), List.of()));
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(gateway.charges(order)).isOne();
    }

    /** Found, ended, and closed by a person with a note. */
    private void assertEnded(String stray, String words) {
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(stray).count())
                .isZero();
        List<CaseView> found = cases.search(CaseState.OPEN, PageRequest.of(0, 1000, Sort.by("caseNumber")))
                .filter(it -> it.reference().equals(stray))
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).kind()).isEqualTo(CaseKind.STRAY_PROCESS);
        assertThat(found.get(0).finding()).contains(words);
        tasks.complete(
                tasks.createTaskQuery()
                        .processVariableValueEquals(
                                "caseId", found.get(0).caseId().value())
                        .singleResult()
                        .getId(),
                Map.of("outcome", "EXPLAINED", "note", "looked at"));
    }

    private List<CaseView> casesOf(CaseKind kind) {
        return cases.search(null, PageRequest.of(0, 1000, Sort.by("caseNumber")))
                .filter(it -> it.kind() == kind && order.equals(it.orderNumber()))
                .toList();
    }
}
