package io.orderflow.process.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.Finding;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.process.Shop;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import io.orderflow.web.HttpIntegrationTest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What ops find on the forms of their tasks, what nobody else does, and that the engine keeps none of it. */
@Import({Shop.class, GatewayClerk.class})
class TaskFactsIntegrationTests extends HttpIntegrationTest {

    @Autowired
    Shop shop;

    @Autowired
    CaseRegister cases;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    CarrierInbox carrier;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @ValueSource(
            strings = {"/engine-rest/task/%s/form-variables", "/engine-rest/engine/default/task/%s/form-variables"})
    void showOpsWhatTheyDecideAbout(String path) throws Exception {
        OrderNumber order = returnRequested();

        JsonNode variables = json(get(path.formatted(task(order).getId()), "ops"));

        JsonNode facts = facts(variables);
        assertThat(facts.path("orderNumber").asText()).isEqualTo(order.value());
        assertThat(facts.path("comment").asText()).isEqualTo("Too loud");
        assertThat(facts.path("window").asText()).isEqualTo("before the goods arrived");
        assertThat(facts.path("until").asText()).isEqualTo("-");
        assertThat(facts.path("refund").asText()).isEqualTo("20,000 won");
        assertThat(facts.at("/goods/0/quantity").asInt()).isEqualTo(2);
        assertThat(facts.at("/history/0/what").asText()).isEqualTo("Order shipped");
        assertThat(variables.path("suggestion").path("value").asText()).isNotBlank();
    }

    @Test
    void showOpsWhichGoodsAreToCome() throws Exception {
        OrderNumber order = returnRequested();
        complete(task(order), "{\"returnDecision\": {\"value\": \"APPROVE\"}}");

        JsonNode facts = facts(json(get("/engine-rest/task/" + task(order).getId() + "/form-variables", "ops")));

        assertThat(facts.path("returnId").asText()).isEqualTo(order + "-RET1");
        assertThat(facts.path("reason").asText()).isEqualTo("Change of mind");
        assertThat(facts.at("/goods/0/quantity").asInt()).isEqualTo(2);
    }

    @Test
    void showOpsWhatAnOrphanHoldsAndTheWaysOutOfItsCase() throws Exception {
        OrderNumber order = shop.place(shop.product(10), 2);
        runtime.deleteProcessInstance(shop.process(order).getId(), "deleted by hand");
        cases.open(new Finding(CaseKind.ORPHANED_ORDER, order.value(), Optional.of(order), "no process", "-"));

        JsonNode variables = json(
                get("/engine-rest/task/%s/form-variables".formatted(task(order).getId()), "ops"));

        JsonNode facts = facts(variables);
        assertThat(facts.path("kind").asText()).isEqualTo("Orphaned order");
        assertThat(facts.path("finding").asText()).isEqualTo("no process");
        assertThat(facts.path("status").asText()).isEqualTo("Created");
        assertThat(facts.path("process").asText()).isEqualTo("none");
        assertThat(facts.path("holds").asText()).startsWith("2 of SKU-");
        assertThat(variables.at("/outcomeChoices/value").asText())
                .contains("GIVE_BACK")
                .doesNotContain("RESUME", "EXPLAINED");
    }

    @Test
    void showCaseThatIsAboutNoOrder() throws Exception {
        String paymentKey = UUID.randomUUID().toString();
        cases.open(new Finding(CaseKind.CHARGE_MISSING_HERE, paymentKey, Optional.empty(), "they have 100 won", "100"));
        Task task =
                tasks.createTaskQuery().processInstanceBusinessKey(paymentKey).singleResult();

        JsonNode variables = json(get("/engine-rest/task/%s/form-variables".formatted(task.getId()), "ops"));

        assertThat(facts(variables).path("reference").asText()).isEqualTo(paymentKey);
        assertThat(facts(variables).path("holds").asText()).isEqualTo("-");
        assertThat(variables.at("/outcomeChoices/value").asText())
                .contains("EXPLAINED")
                .doesNotContain("GIVE_BACK", "RESUME");
    }

    @Test
    void areNoVariablesOfTheProcess() throws Exception {
        OrderNumber order = returnRequested();

        get("/engine-rest/task/" + task(order).getId() + "/form-variables", "ops");

        List<VariableInstance> kept = runtime.createVariableInstanceQuery()
                .processInstanceIdIn(shop.process(order).getId())
                .list();
        assertThat(kept).extracting(VariableInstance::getName).doesNotContain("facts", "recipient");
        assertThat(kept).extracting(VariableInstance::getValue).doesNotContain("Too loud", "Hong Gildong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "analyst"})
    void areNothingForOthers(String user) throws Exception {
        Task task = task(returnRequested());

        HttpResponse<String> answer = get("/engine-rest/task/" + task.getId() + "/form-variables", user);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("facts").doesNotContain("Too loud");
    }

    @Test
    void stayOutOfAnAnswerThatNamesItsVariables() throws Exception {
        Task task = task(returnRequested());

        JsonNode variables =
                json(get("/engine-rest/task/" + task.getId() + "/form-variables?variableNames=returnId", "ops"));

        assertThat(variables.fieldNames()).toIterable().containsExactly("returnId");
    }

    @Test
    void fillTheInspectionWithAnswersThatTheTaskTakes() throws Exception {
        OrderNumber order = returnRequested();
        complete(task(order), "{\"returnDecision\": {\"value\": \"APPROVE\"}}");
        complete(task(order), "{}");

        JsonNode variables = json(get("/engine-rest/task/" + task(order).getId() + "/form-variables", "ops"));
        String byLine = variables.path("inspectionByLine").path("value").asText();
        complete(
                task(order),
                "{\"inspection\": {\"value\": \"BY_LINE\"}, \"inspectionByLine\": {\"value\": %s}}"
                        .formatted(new JsonMapper().writeValueAsString(byLine)));
        shop.letWorkBeDone(order);

        assertThat(variables.has("returnDecision")).isFalse();
        assertThat(json(get("/api/orders/" + order + "/returns", "ops"))
                        .at("/0/status")
                        .asText())
                .isEqualTo("REFUNDED");
    }

    @Test
    void fillInTheAddressOfAParcelThatDidNotArrive() throws Exception {
        OrderNumber order = shipped();
        carrierTells(order, "shipment.failure", "nobody at home");

        JsonNode variables = json(get("/engine-rest/task/" + task(order).getId() + "/form-variables", "ops"));

        assertThat(facts(variables).path("failureDetail").asText()).isEqualTo("nobody at home");
        assertThat(facts(variables).path("atStake").asText()).isEqualTo("20,000 won");
        assertThat(variables.at("/recipient/value").asText()).isEqualTo("Hong Gildong");
        assertThat(variables.at("/line2/value").asText()).isEmpty();
    }

    @Test
    void sayWhatTheCarrierToldSince() throws Exception {
        OrderNumber order = shipped();
        carrierTells(order, "shipment.failure", null);
        carrierTells(order, "return.received", null);

        JsonNode facts = facts(json(get("/engine-rest/task/" + task(order).getId() + "/form-variables", "ops")));

        assertThat(facts.path("history").findValuesAsText("what"))
                .startsWith(
                        "Carrier news noted: Return received",
                        "Shipping failed",
                        "Shipment updated: Failed",
                        "Order shipped");
    }

    @Test
    void tellWhatTheGatewaySaidAboutARefund() throws Exception {
        OrderNumber order = shop.place(shop.product(5), 2);
        shop.pay(order, "refuse-refund-" + order);
        shop.letWorkBeDone(order);
        shop.cancel(order);
        shop.letWorkBeDone(order);

        JsonNode facts = facts(json(get("/engine-rest/task/" + task(order).getId() + "/form-variables", "ops")));

        assertThat(facts.path("refund").asText()).isEqualTo("20,000 won");
        assertThat(facts.path("attempts").asText()).isEqualTo("1");
        assertThat(facts.path("answer").asText()).isNotEqualTo("-");
    }

    private OrderNumber returnRequested() throws Exception {
        OrderNumber order = shipped();
        HttpResponse<String> answer = post(
                "/api/orders/" + order + "/returns",
                "alice",
                "{\"reason\": \"CHANGE_OF_MIND\", \"comment\": \"Too loud\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        shop.letWorkBeDone(order);
        return order;
    }

    private OrderNumber shipped() throws Exception {
        OrderNumber order = shop.place(shop.product(5), 2);
        shop.pay(order, "card-" + order);
        shop.letWorkBeDone(order);
        carrierTells(order, "shipment.in_transit", null);
        return order;
    }

    private void carrierTells(OrderNumber order, String what, String words) {
        carrier.receive(new CarrierMessage(
                UUID.randomUUID().toString(), what, "cj", null, null, order.value(), words, clock.instant()));
        carrier.applyDue();
    }

    private Task task(OrderNumber order) {
        return tasks.createTaskQuery().processInstanceBusinessKey(order.value()).singleResult();
    }

    private void complete(Task task, String variables) {
        HttpResponse<String> answer =
                post("/engine-rest/task/" + task.getId() + "/complete", "ops", "{\"variables\": " + variables + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private static JsonNode facts(JsonNode variables) throws Exception {
        return new JsonMapper().readTree(variables.at("/facts/value").asText());
    }
}
