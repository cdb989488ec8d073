package io.orderflow.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.DatabaseTest;
import io.orderflow.Together;
import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.CaseState;
import io.orderflow.cases.CaseView;
import io.orderflow.order.OrderStatus;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.process.Shop;
import io.orderflow.process.watching.Watch;
import io.orderflow.returns.RequestReturn;
import io.orderflow.returns.ReturnReason;
import io.orderflow.returns.ReturnService;
import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.ProcessesOnHold;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Somebody deletes our models, with all that runs on them: they come back without a restart, and each order that goes
 * on gets a case.
 */
@DatabaseTest
@DirtiesContext // nothing that ran before is left
@Import({Shop.class, GatewayClerk.class, Watch.class})
class LostModelsIntegrationTests {

    @Autowired
    LostModels models;

    @Autowired
    Watch watch;

    @Autowired
    Shop shop;

    @Autowired
    ReturnService returns;

    @Autowired
    CaseRegister cases;

    @Autowired
    CarrierInbox carrier;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Clock clock;

    Sku sku;

    @BeforeEach
    void haveAllModels() throws Exception {
        models.putBack();
        sku = shop.product(1000);
    }

    @AfterEach
    void takeAwayWhatAnalystsDeployed() {
        repository
                .createDeploymentQuery()
                .deploymentName("an analyst's")
                .list()
                .forEach(it -> repository.deleteDeployment(it.getId(), true));
    }

    @Test
    void everyOrderThatGoesOnGetsACaseAndNewOnesAreTakenAgain() throws Exception {
        OrderNumber unpaid = shop.place(sku, 1);
        OrderNumber paid = paid();
        OrderNumber shipped = told(paid(), "shipment.in_transit");
        OrderNumber failed = told(told(paid(), "shipment.in_transit"), "shipment.failure");
        OrderNumber calledOff = shop.place(sku, 1);
        shop.cancel(calledOff);
        OrderNumber refunding = paid();
        shop.cancel(refunding);
        OrderNumber delivered = delivered();
        OrderNumber returning = delivered();
        returns.request(new RequestReturn(
                returning, Optional.empty(), new Actor("alice"), ReturnReason.CHANGE_OF_MIND, null, Map.of()));
        answer(returning, "Task_ApproveReturn", Map.of("returnDecision", "APPROVE"));
        answer(returning, "Task_ReceiveGoods", Map.of());
        OrderNumber inCase = paid();
        runtime.deleteProcessInstance(shop.process(inCase).getId(), "deleted by hand");
        watch.look();

        deleteAll();
        assertThatThrownBy(() -> shop.place(sku, 1)).isInstanceOf(ProcessesOnHold.class);
        assertThat(Together.run(3, node -> () -> {
                    models.putBack();
                    return "looked";
                }))
                .containsOnly("looked");
        watch.look();

        assertThat(ours()).hasSize(1);
        assertThat(shop.process(shop.place(sku, 1))).isNotNull();
        for (OrderNumber order : List.of(unpaid, paid, shipped, failed, calledOff, refunding, returning, inCase)) {
            assertThat(openCases(order))
                    .as("cases of " + shop.order(order).status())
                    .hasSize(1);
            assertThat(task(order, "Task_ResolveCase"))
                    .as("task of " + shop.order(order).status())
                    .isNotNull();
        }
        assertThat(openCases(delivered)).isEmpty();
        answer(returning, "Task_ResolveCase", Map.of("outcome", "RESUME"));
        assertThat(task(returning, "Task_InspectReturn")).isNotNull();
        answer(refunding, "Task_ResolveCase", Map.of("outcome", "GIVE_BACK"));
        shop.letWorkBeDone(refunding);
        assertThat(shop.order(refunding).status()).isEqualTo(OrderStatus.REFUNDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Order", "Return", "ResolveCase", "SettleRefund"})
    void oneModelComesBack(String key) throws Exception {
        repository.deleteProcessDefinitions().byKey(key).cascade().delete();
        Set<String> others = Stream.of("Order", "Return", "ResolveCase")
                .filter(other -> !other.equals(key))
                .collect(Collectors.toSet());
        Map<String, String> before = newest(others);

        models.putBack();
        models.putBack();

        assertThat(newest(Set.of(key))).hasSize(1);
        if (!key.equals("SettleRefund")) {
            assertThat(newest(others)).isEqualTo(before);
        }
        OrderNumber order = paid("refuse-refund");
        shop.cancel(order);
        shop.letWorkBeDone(order);
        assertThat(task(order, "Task_SettleRefund")).isNotNull();
        assertThat(ours()).hasSize(2);
        deleteAll();
    }

    /** What the order's own deployment lacks does not come back to it. */
    @Test
    void orderThatCannotGoOnWithoutALostModelIsShown() throws Exception {
        OrderNumber order = paid("refuse-refund");
        shop.cancel(order);
        while (shop.nextWork(order) != null) {
            shop.letOneStepBeDone(order);
        }
        runtime.suspendProcessInstanceById(shop.process(order).getId());
        shop.letWorkBeDone(order);
        runtime.activateProcessInstanceById(shop.process(order).getId());
        repository.deleteProcessDefinitions().byKey("SettleRefund").cascade().delete();
        models.putBack();

        watch.tellAgain();
        assertThat(openCases(order)).isEmpty();
        watch.tellAgain();

        assertThat(openCases(order)).singleElement().satisfies(shown -> {
            assertThat(shown.kind()).isEqualTo(CaseKind.PROCESS_ON_HOLD);
            assertThat(shown.finding())
                    .contains("fails each time it is told that the gateway has answered about its refund");
        });
        deleteAll();
    }

    @Test
    void anAnalystsVersionStaysTheNewest() throws Exception {
        String analysts = repository
                .createDeployment()
                .name("an analyst's")
                .addString("Order.bpmn", withAnotherLabel())
                .deploy()
                .getId();
        deleteAll();

        models.putBack();

        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("Order")
                        .list())
                .extracting(ProcessDefinition::getDeploymentId)
                .containsExactly(analysts);
        assertThat(newest(Set.of("Return", "ResolveCase", "SettleRefund"))).hasSize(3);
    }

    @Test
    void nothingIsDeployedWhileAnythingIsLeft() {
        List<String> before = deployments();

        models.putBack();

        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void knowsTheModelsThatThereAre() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".bpmn") || name.endsWith(".dmn")))
                    .containsExactlyInAnyOrder(Stream.concat(
                                    LostModels.BEGUN.stream().map(key -> key + ".bpmn"),
                                    Stream.of(LostModels.CALLED + ".bpmn", LostModels.ASKED + ".dmn"))
                            .toArray(String[]::new));
        }
    }

    private void deleteAll() {
        ours().forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    private List<Deployment> ours() {
        return repository.createDeploymentQuery().deploymentSource("orderflow").list();
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .toList();
    }

    private static String withAnotherLabel() throws IOException {
        return Files.readString(Path.of("processes", "Order.bpmn")).replace("\"Reserve stock\"", "\"Keep stock\"");
    }

    /** Ids of the newest versions, by key. */
    private Map<String, String> newest(Set<String> keys) {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(it -> keys.contains(it.getKey()))
                .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getId));
    }

    private OrderNumber paid() throws Exception {
        return paid("card");
    }

    private OrderNumber paid(String key) throws Exception {
        OrderNumber order = shop.place(sku, 1);
        shop.pay(order, key);
        shop.letWorkBeDone(order);
        return order;
    }

    private OrderNumber delivered() throws Exception {
        return told(told(paid(), "shipment.in_transit"), "shipment.delivered");
    }

    private OrderNumber told(OrderNumber order, String type) {
        carrier.receive(new CarrierMessage(
                order + type, type, "simulated", order + type, null, order.value(), null, clock.instant()));
        carrier.applyDue();
        return order;
    }

    private void answer(OrderNumber order, String task, Map<String, Object> answer) {
        tasks.complete(task(order, task).getId(), answer);
    }

    private Task task(OrderNumber order, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(order.value())
                .taskDefinitionKey(key)
                .singleResult();
    }

    private List<CaseView> openCases(OrderNumber order) {
        return cases.search(CaseState.OPEN, PageRequest.of(0, 1000, Sort.by("caseNumber")))
                .filter(it -> order.equals(it.orderNumber()))
                .toList();
    }
}
