package io.orderflow.process.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.Finding;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.payment.simulated.GatewayBooks;
import io.orderflow.process.Shop;
import io.orderflow.returns.RequestReturn;
import io.orderflow.returns.ReturnReason;
import io.orderflow.returns.ReturnService;
import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.carriers.CarrierBooks;
import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import io.orderflow.web.HttpIntegrationTest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Whatever waits is in a list with what it is worth, and an order's timeline tells all that happened to it. */
@Import({Shop.class, GatewayClerk.class, GatewayBooks.class, CarrierBooks.class})
class OverviewIntegrationTests extends HttpIntegrationTest {

    @Autowired
    Shop shop;

    @Autowired
    ReturnService returns;

    @Autowired
    CarrierInbox carrier;

    @Autowired
    CaseRegister cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    Clock clock;

    Sku sku;
    OrderNumber order;

    @BeforeEach
    void place() throws Exception {
        sku = shop.product(10);
        order = shop.place(sku, 2);
    }

    // ---- what waits

    @ParameterizedTest
    @CsvSource({
        "UNPAID, AWAITING_PAYMENT, 20000",
        "BEING_CHARGED, CHARGE_UNKNOWN, 20000",
        "PREPARED, AWAITING_HAND_OVER, 20000",
        "SHIPPED, AWAITING_DELIVERY, 20000",
        "SHIPPING_FAILED, SHIPPING_FAILED, 20000",
        "CALLED_OFF, REFUND_OWED, 20000",
        "REFUND_REFUSED, REFUND_OWED, 20000",
        "RETURN_TO_APPROVE, RETURN_UNDECIDED, 10000",
        "RETURN_TO_RECEIVE, GOODS_NOT_RECEIVED, 10000",
        "RETURN_TO_INSPECT, GOODS_NOT_INSPECTED, 10000",
        "RETURN_TO_REFUND, REFUND_OWED, 10000"
    })
    void whateverWaitsIsInExactlyOneListOfItsState(String state, String kind, long amount) throws Exception {
        JsonNode before = kind(kind);
        order = shop.place(sku, 2);

        bring(state);

        assertThat(kindsOf(order)).containsExactly(kind);
        JsonNode after = kind(kind);
        assertThat(after.get("count").asLong()).isEqualTo(before.get("count").asLong() + 1);
        assertThat(after.get("amount").asLong()).isEqualTo(before.get("amount").asLong() + amount);
        JsonNode listed = listed(after, order);
        assertThat(listed.get("amount").asLong()).isEqualTo(amount);
        assertThat(listed.get("since").isNull()).isFalse();
        assertThat(get(listed.get("link").asText(), "ops").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELIVERED", "CANCELLED", "REFUNDED", "DECLINED", "RETURNED"})
    void whatIsOverIsInNoList(String state) throws Exception {
        bring(state);

        assertThat(kindsOf(order)).isEmpty();
    }

    @Test
    void failingStepsAreShownWhileTheyAreRetriedAndWhenTheyAreNot() throws Exception {
        bring("PREPARED");
        shop.cancel(order);
        String job = shop.nextWork(order).getId();

        management.setJobRetries(job, 0);
        assertThat(kindsOf(order)).contains("INCIDENT").doesNotContain("FAILING");
        assertThat(listed(kind("INCIDENT"), order).get("link").asText())
                .contains(shop.process(order).getId());

        management.setJobRetries(job, 3);
        assertThat(kindsOf(order)).doesNotContain("INCIDENT");
    }

    @Test
    void suspendedProcessesAndOpenCasesAreShownBesideTheirState() throws Exception {
        bring("PREPARED");
        runtime.suspendProcessInstanceById(shop.process(order).getId());
        cases.open(
                new Finding(CaseKind.PROCESS_ON_HOLD, order.value(), Optional.of(order), "Somebody holds it", "HELD"));
        cases.open(new Finding(
                CaseKind.CHARGE_MISSING_HERE, UUID.randomUUID().toString(), Optional.empty(), "Of nobody", "100"));

        assertThat(kindsOf(order)).containsExactly("CASE", "SUSPENDED", "AWAITING_HAND_OVER");
        assertThat(listed(kind("CASE"), order).get("amount").asLong()).isEqualTo(20_000);
        assertThat(kind("CASE").get("orders"))
                .anySatisfy(one -> assertThat(one.get("orderNumber").isNull()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/stuck", "/api/returns"})
    void onlyOpsSeeWhatIsStuck(String path) {
        assertThat(get(path, "ops").statusCode()).isEqualTo(200);
        assertThat(get(path, "alice").statusCode()).isEqualTo(403);
        assertThat(get(path, "analyst").statusCode()).isEqualTo(403);
    }

    @Test
    void returnsAreFoundByTheirStatus() throws Exception {
        bring("RETURN_TO_APPROVE");

        assertThat(json(get("/api/returns?status=REQUESTED", "ops"))
                        .get("content")
                        .findValuesAsText("orderNumber"))
                .contains(order.value());
        assertThat(json(get("/api/returns?status=REFUNDED", "ops"))
                        .get("content")
                        .findValuesAsText("orderNumber"))
                .doesNotContain(order.value());
        assertThat(get("/api/returns?status=LOST", "ops").statusCode()).isEqualTo(400);
    }

    // ---- one order

    @Test
    void timelineTellsEverythingInItsOrder() throws Exception {
        bring("RETURN_TO_APPROVE");
        String task = task();
        tasks.createComment(task, null, "Looked at the photographs");
        complete(Map.of("returnDecision", "REJECT", "decisionReason", "Worn"));

        JsonNode timeline = timeline("ops");
        assertThat(timeline.findValuesAsText("what"))
                .containsSubsequence(
                        "ORDER_PLACED",
                        "ORDER_PAID",
                        "ORDER_SHIPPED",
                        "ORDER_COMPLETED",
                        "RETURN_REQUESTED",
                        "RETURN_REJECTED")
                .contains("TASK_CREATED", "TASK_COMPLETED", "COMMENTED", "CUSTOMER_TOLD");
        assertThat(timeline.findValuesAsText("at").stream().map(Instant::parse).toList())
                .isSorted();
        assertThat(timeline.findValuesAsText("decisionReason")).contains("Worn");
        assertThat(timeline.findValuesAsText("text")).contains("Looked at the photographs");
    }

    /** An analyst may draw a task without a name, and an administrator assign a task to nobody's name. */
    @Test
    void timelineTellsOfTasksWithoutNameAndOfNobodysAnswer() throws Exception {
        ship();
        tell("shipment.failure");
        String deployment = deployNameless();
        try {
            runtime.startProcessInstanceByKey("Nameless", order.value());
            tasks.setAssignee(taskOf("Task_ResolveShippingFailure"), " ");
            tasks.complete(taskOf("Task_ResolveShippingFailure"), Map.of("resolution", "GIVE_UP_WRITE_OFF"));

            JsonNode timeline = timeline("ops");
            assertThat(timeline.findValuesAsText("task")).contains("Task_Nameless", "Resolve shipping failure");
            assertThat(timeline.findValuesAsText("what")).contains("TASK_COMPLETED");
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    private String deployNameless() {
        return repository
                .createDeployment()
                .addModelInstance(
                        "Nameless.bpmn",
                        Bpmn.createExecutableProcess("Nameless")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("Task_Nameless")
                                .camundaCandidateGroups("ops")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    private String taskOf(String element) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(order.value())
                .taskDefinitionKey(element)
                .singleResult()
                .getId();
    }

    @Test
    void customersSeeWhatConcernsThem() throws Exception {
        bring("RETURN_TO_APPROVE");
        tasks.createComment(task(), null, "Not for customers");
        cases.open(new Finding(CaseKind.PROCESS_ON_HOLD, order.value(), Optional.of(order), "Nor this", "HELD"));

        JsonNode timeline = timeline("alice");
        assertThat(timeline.findValuesAsText("kind")).containsOnly("ORDER", "RETURN", "MESSAGE");
        assertThat(timeline.toString()).doesNotContain("Not for customers").doesNotContain("Nor this");
        assertThat(timeline("ops").toString()).contains("Not for customers").contains("Nor this");
    }

    @Test
    void messagesAreTheVeryWordsThatTheCustomerGot() throws Exception {
        bring("DELIVERED");

        JsonNode messages = json(get("/api/orders/" + order + "/messages", "alice"));

        assertThat(messages.findValuesAsText("topic")).containsExactlyElementsOf(shop.toldAbout(order));
        assertThat(messages)
                .allSatisfy(message -> assertThat(message.get("body").asText()).contains(order.value()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeline", "messages"})
    void othersFindNoSuchOrder(String what) {
        assertThat(get("/api/orders/" + order + "/" + what, "bob").statusCode()).isEqualTo(404);
        assertThat(get("/api/orders/" + order + "/" + what, "analyst").statusCode())
                .isEqualTo(403);
        assertThat(get("/api/orders/ORD-20200101-AAAAAAAA/" + what, "ops").statusCode())
                .isEqualTo(404);
        assertThat(get("/api/orders/x/" + what, "ops").statusCode()).isEqualTo(404);
    }

    private JsonNode timeline(String user) {
        return json(get("/api/orders/" + order + "/timeline", user));
    }

    private JsonNode kind(String kind) {
        for (JsonNode one : json(get("/api/stuck", "ops"))) {
            if (one.get("kind").asText().equals(kind)) {
                return one;
            }
        }
        throw new AssertionError("no kind " + kind);
    }

    /** In the order in which they are listed. */
    private List<String> kindsOf(OrderNumber number) {
        return json(get("/api/stuck", "ops"))
                .valueStream()
                .filter(one -> one.get("orders").findValuesAsText("orderNumber").contains(number.value()))
                .map(one -> one.get("kind").asText())
                .toList();
    }

    private static JsonNode listed(JsonNode kind, OrderNumber number) {
        return kind.get("orders")
                .valueStream()
                .filter(one -> one.get("orderNumber").asText().equals(number.value()))
                .findFirst()
                .orElseThrow();
    }

    private void bring(String state) throws Exception {
        switch (state) {
            case "UNPAID" -> {}
            case "BEING_CHARGED" -> shop.pay(order, "card-" + order);
            case "DECLINED" -> pay("decline-");
            case "PREPARED" -> pay("card-");
            case "SHIPPED" -> ship();
            case "SHIPPING_FAILED" -> {
                ship();
                tell("shipment.failure");
            }
            case "CANCELLED" -> {
                shop.cancel(order);
                shop.letWorkBeDone(order);
            }
            case "CALLED_OFF" -> {
                pay("card-");
                shop.cancel(order);
                shop.letOneStepBeDone(order);
            }
            case "REFUNDED" -> {
                pay("card-");
                shop.cancel(order);
                shop.letWorkBeDone(order);
            }
            case "REFUND_REFUSED" -> {
                pay("refuse-refund-");
                shop.cancel(order);
                shop.letWorkBeDone(order);
            }
            case "DELIVERED" -> deliver();
            case "RETURN_TO_APPROVE" -> askForReturn(1);
            case "RETURN_TO_RECEIVE" -> approved(1);
            case "RETURN_TO_INSPECT" -> received(1);
            case "RETURN_TO_REFUND" -> inspected(1);
            case "RETURNED" -> {
                inspected(2);
                shop.letWorkBeDone(order);
            }
            default -> throw new IllegalArgumentException(state);
        }
    }

    private void ship() throws Exception {
        pay("card-");
        tell("shipment.in_transit");
    }

    private void deliver() throws Exception {
        ship();
        tell("shipment.delivered");
    }

    private void askForReturn(int pieces) throws Exception {
        deliver();
        returns.request(new RequestReturn(
                order,
                Optional.empty(),
                new Actor("alice"),
                ReturnReason.CHANGE_OF_MIND,
                null,
                Map.of(sku, new Quantity(pieces))));
        shop.letWorkBeDone(order);
    }

    private void approved(int pieces) throws Exception {
        askForReturn(pieces);
        complete(Map.of("returnDecision", "APPROVE"));
        shop.letWorkBeDone(order);
    }

    private void received(int pieces) throws Exception {
        approved(pieces);
        complete(Map.of("received", true));
        shop.letWorkBeDone(order);
    }

    private void inspected(int pieces) throws Exception {
        received(pieces);
        complete(Map.of(
                "inspection", "[{\"sku\": \"%s\", \"accepted\": %d, \"restock\": true}]".formatted(sku, pieces)));
    }

    private void complete(Map<String, Object> answers) {
        tasks.complete(task(), answers);
    }

    private String task() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(order.value())
                .singleResult()
                .getId();
    }

    private void pay(String key) throws Exception {
        shop.pay(order, key + order);
        shop.letWorkBeDone(order);
    }

    private void tell(String type) {
        carrier.receive(new CarrierMessage(
                UUID.randomUUID().toString(), type, "cj", null, null, order.value(), null, clock.instant()));
        carrier.applyDue();
        shop.letWorkBeDone(order);
    }
}
