package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;

/**
 * What happens to an order after hand-over: returns and failed deliveries, with people deciding over engine-rest. That
 * finds its engine by a name that contexts of one JVM share: a new context makes sure that it finds this one's.
 */
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class OrderApiReturnIntegrationTests extends CarrierApiTest {

    private static final String ALL = "{\"reason\": \"CHANGE_OF_MIND\"}";

    @Test
    void returnsAWholeOrder() {
        String sku = product(2);
        String coupon = coupon("AMOUNT", 1000, 1, "");
        String number = placeWithCoupon(alice, sku, 2, coupon);
        assertThat(alice.waiting(30)
                        .post(path(number, "/payment"), pay("ok-" + number, 19_000))
                        .status())
                .isEqualTo(200);
        shipTo(number, "shipment.delivered", "COMPLETED");
        assertThat(order(number).get("actions").findValuesAsText("action")).containsExactly("RETURN");

        Api.Answer wanted = alice.post(path(number, "/returns"), ALL);
        assertThat(wanted.status()).isEqualTo(202);
        assertThat(wanted.json().get("status").asText()).isEqualTo("REQUESTED");
        assertThat(wanted.json().get("refundAmount").asLong()).isEqualTo(19_000);
        assertNotPossible(number, "ANOTHER_OPEN");
        decide(number, "Task_ApproveReturn", "\"returnDecision\": {\"value\": \"APPROVE\"}", 204);
        told("return.received", number);
        decide(number, "Task_InspectReturn", inspection(sku, 2), 204);
        awaitStatus(number, "RETURNED");

        assertThat(order(number).get("refundedAmount").asLong()).isEqualTo(19_000);
        assertThat(order(number).at("/items/0/returnedQuantity").asInt()).isEqualTo(2);
        assertThat(alice.get(path(number, "/returns"))
                        .json()
                        .get(0)
                        .get("status")
                        .asText())
                .isEqualTo("REFUNDED");
        assertNotPossible(number, "NOTHING_LEFT");
        assertStock(sku, 2, 0);
        await().untilAsserted(() -> assertThat(
                        ops.get("/api/coupons/" + coupon).json().get("used").asInt())
                .isZero());
    }

    @Test
    void refusesDecisionsThatAreNone() {
        String sku = product(2);
        String number = paid(sku, 2);
        assertNotPossible(number, "NOT_SHIPPED");
        shipTo(number, "shipment.delivered", "COMPLETED");
        assertProblem(
                alice.post(
                        path(number, "/returns"),
                        "{\"reason\": \"OTHER\", \"items\": [{\"sku\": \"%s\", \"quantity\": 3}]}".formatted(sku)),
                422,
                "RETURN_QUANTITY");
        assertProblem(bob.post(path(number, "/returns"), ALL), 404, "ORDER_NOT_FOUND");
        assertThat(alice.post(path(number, "/returns"), ALL).status()).isEqualTo(202);

        decide(number, "Task_ApproveReturn", "\"returnDecision\": {\"value\": \"PERHAPS\"}", 400);
        decide(number, "Task_ApproveReturn", "\"returnDecision\": {\"value\": \"REJECT\"}", 400);
        decide(number, "Task_ApproveReturn", "\"returnDecision\": {\"value\": \"APPROVE\"}", 204);
        told("return.received", number);
        decide(number, "Task_InspectReturn", inspection(sku, 3), 400);
        decide(number, "Task_InspectReturn", "\"inspection\": {\"value\": 7, \"type\": \"Integer\"}", 400);

        assertThat(order(number).get("refundedAmount").asLong()).isZero();
        assertThat(task(number, "Task_InspectReturn")).isNotNull();
    }

    @Test
    void shipsAgainAndNoLongerListensToTheFirstParcel() {
        String number = booked(product(1));
        String first = order(number).at("/shipment/trackingNumber").asText();
        shipTo(number, "shipment.in_transit", "SHIPPED");
        shipTo(number, "shipment.return_to_sender", "SHIP_FAILED");
        assertProblem(alice.post(path(number, "/cancellation"), "{}"), 409, "CANNOT_CANCEL");

        decide(number, "Task_ResolveShippingFailure", "\"resolution\": {\"value\": \"SHRUG\"}", 400);
        decide(
                number,
                "Task_ResolveShippingFailure",
                "\"resolution\": {\"value\": \"SHIP_AGAIN\"}, \"city\": {\"value\": \"Busan\"}",
                204);
        await().untilAsserted(() ->
                assertThat(order(number).at("/shipment/attempt").asInt()).isEqualTo(2));
        tell("old-" + number, event("shipment.delivered", "\"trackingNumber\": \"" + first + "\""));
        assertThat(order(number).at("/shippingAddress/city").asText()).isEqualTo("Busan");
        assertThat(status(number)).isEqualTo("PROCESSING");
        shipTo(number, "shipment.delivered", "COMPLETED");
    }

    @Test
    void givesUpAndRefunds() {
        String sku = product(1);
        String number = booked(sku);
        shipTo(number, "shipment.failure", "SHIP_FAILED");

        decide(number, "Task_ResolveShippingFailure", "\"resolution\": {\"value\": \"GIVE_UP_RESTOCK\"}", 204);
        awaitStatus(number, "REFUNDED");

        assertThat(order(number).get("reason").asText()).isEqualTo("SHIPMENT_FAILED");
        assertStock(sku, 1, 0);
    }

    private void assertNotPossible(String number, String cause) {
        Api.Answer refused = assertProblem(alice.post(path(number, "/returns"), ALL), 409, "RETURN_NOT_POSSIBLE");
        assertThat(refused.text("/cause")).isEqualTo(cause);
    }

    private void shipTo(String number, String news, String status) {
        await().untilAsserted(
                        () -> assertThat(order(number).get("shipment").isNull()).isFalse());
        told(news, number);
        awaitStatus(number, status);
    }

    private void decide(String number, String task, String variables, int expected) {
        Api.Answer answer = ops.post(
                "/engine-rest/task/" + task(number, task).get("id").asText() + "/complete",
                "{\"variables\": {" + variables + "}}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(expected);
    }

    private JsonNode task(String number, String key) {
        return await().until(
                        () -> ops.get("/engine-rest/task?processInstanceBusinessKey=" + number + "&taskDefinitionKey="
                                        + key)
                                .json()
                                .get(0),
                        found -> found != null);
    }

    private static String inspection(String sku, int accepted) {
        return "\"inspection\": {\"value\": \"[{\\\"sku\\\": \\\"%s\\\", \\\"accepted\\\": %d, \\\"restock\\\": true}]\"}"
                .formatted(sku, accepted);
    }
}
