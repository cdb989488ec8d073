package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From preparation to delivery, as a carrier tells it. */
class OrderApiShippingIntegrationTests extends CarrierApiTest {

    @Test
    void followsTheParcelToTheDoor() {
        String number = booked(product(1));
        JsonNode shipment = order(number).get("shipment");
        assertThat(shipment.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("carrier", "trackingNumber", "status", "attempt");
        assertThat(shipment.get("carrier").asText()).isEqualTo("manual");
        assertThat(shipment.get("status").asText()).isEqualTo("BOOKED");
        assertThat(shipment.get("attempt").asInt()).isEqualTo(1);
        String parcel = "\"trackingNumber\": " + shipment.get("trackingNumber");

        assertThat(tell("t-1-" + number, event("shipment.in_transit", parcel)).status())
                .isEqualTo(204);
        awaitStatus(number, "SHIPPED");
        assertThat(order(number).get("shippedAt").isNull()).isFalse();
        assertThat(tell("t-2-" + number, event("shipment.out_for_delivery", parcel))
                        .status())
                .isEqualTo(204);
        await().untilAsserted(() ->
                assertThat(order(number).at("/shipment/status").asText()).isEqualTo("OUT_FOR_DELIVERY"));
        assertThat(tell("t-3-" + number, event("shipment.delivered", parcel)).status())
                .isEqualTo(204);
        awaitStatus(number, "COMPLETED");

        JsonNode order = order(number);
        assertThat(order.at("/shipment/status").asText()).isEqualTo("DELIVERED");
        assertThat(order.get("returnUntil").asText()).endsWith("T14:59:59.999Z");
        assertThat(Duration.between(time(order, "completedAt"), time(order, "returnUntil"))
                        .toDays())
                .as("three months, in days")
                .isBetween(88L, 93L);
        assertThat(order.get("actions")).hasSize(1);
        assertThat(order.at("/actions/0/action").asText()).isEqualTo("RETURN");
        assertThat(order.at("/actions/0/until").asText())
                .isEqualTo(order.get("returnUntil").asText());
    }

    @Test
    void goesByTheTimesOfTheCarrier() {
        String number = booked(product(1));
        OffsetDateTime inSeoul = OffsetDateTime.now(ZoneOffset.ofHours(9)).truncatedTo(ChronoUnit.MILLIS);
        Instant tomorrow = Instant.now().plusSeconds(86_400).truncatedTo(ChronoUnit.SECONDS);

        tell("h-" + number, event("shipment.in_transit", of(number), inSeoul.toString()));
        awaitStatus(number, "SHIPPED");
        tell("d-" + number, event("shipment.delivered", of(number), tomorrow.toString()));
        awaitStatus(number, "COMPLETED");

        JsonNode order = order(number);
        assertThat(time(order, "shippedAt")).isEqualTo(inSeoul.toInstant());
        assertThat(time(order, "completedAt"))
                .isAfterOrEqualTo(time(order, "shippedAt"))
                .isBefore(tomorrow);
        JsonNode last = ops.get(path(number, "/events")).json().findParents("type").stream()
                .filter(event -> event.get("type").asText().equals("ORDER_COMPLETED"))
                .findFirst()
                .orElseThrow();
        assertThat(last.get("occurredAt").asText())
                .isEqualTo(order.get("completedAt").asText());
        assertThat(Instant.parse(last.at("/data/occurredAt").asText())).isEqualTo(tomorrow);
    }

    private static Instant time(JsonNode order, String name) {
        return Instant.parse(order.get(name).asText());
    }

    @Test
    void cannotBeCancelledFromHandOverOn() {
        String sku = product(1);
        String number = booked(sku);
        told("shipment.in_transit", number);
        awaitStatus(number, "SHIPPED");

        assertThat(order(number).get("actions").findValuesAsText("action")).doesNotContain("CANCEL", "PAY");
        assertProblem(alice.post(path(number, "/cancellation"), "{}"), 409, "CANNOT_CANCEL");
        assertProblem(ops.post(path(number, "/cancellation"), "{}"), 409, "CANNOT_CANCEL");
        assertThat(alice.post(path(number, "/payment"), pay("ok-" + number, PRICE))
                        .status())
                .isEqualTo(200);
        told("shipment.delivered", number);
        awaitStatus(number, "COMPLETED");

        assertProblem(alice.post(path(number, "/cancellation"), "{}"), 409, "CANNOT_CANCEL");
        assertStock(sku, 0, 0);
        assertThat(order(number).get("cancellationRequested").asBoolean()).isFalse();
    }

    @Test
    void takesDeliveryForHandOverToo() {
        String number = booked(product(1));

        told("shipment.delivered", number);

        awaitStatus(number, "COMPLETED");
        assertThat(order(number).get("shippedAt").isNull()).isFalse();
        assertThat(ops.get(path(number, "/events")).json().findValuesAsText("to"))
                .containsSubsequence("SHIPPED", "COMPLETED");
    }

    @Test
    void appliesWhatItHearsTwiceOnlyOnce() {
        String number = booked(product(1));
        String body = event("shipment.in_transit", of(number));

        assertThat(tell("same-" + number, body).status()).isEqualTo(204);
        assertThat(tell("same-" + number, body).status()).isEqualTo(204);
        assertThat(tell("other-" + number, body).status()).isEqualTo(204);
        awaitStatus(number, "SHIPPED");
        told("shipment.in_transit", number);
        told("shipment.delivered", number);
        awaitStatus(number, "COMPLETED");
        told("shipment.in_transit", number);
        told("shipment.failure", number);

        assertThat(ops.get(path(number, "/events")).json().findValuesAsText("to"))
                .containsOnlyOnce("SHIPPED", "COMPLETED");
        assertThat(status(number)).isEqualTo("COMPLETED");
    }

    @Test
    void keepsWhatComesTooEarly() {
        String number = place(product(1), 1);
        told("shipment.in_transit", number);

        assertThat(status(number)).isEqualTo("CREATED");
        alice.post(path(number, "/payment"), pay("ok", PRICE));

        awaitStatus(number, "SHIPPED");
    }

    @Test
    void takesNewsOfParcelsItDoesNotKnow() {
        assertThat(tell(UUID.randomUUID().toString(), event("shipment.delivered", "\"trackingNumber\": \"NOBODYS\""))
                        .status())
                .isEqualTo(204);
        assertThat(tell(UUID.randomUUID().toString(), event("shipment.repainted", "\"trackingNumber\": \"NOBODYS\""))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void trustsOnlyTheCarrier() {
        String number = booked(product(1));
        String body = event("shipment.delivered", of(number));

        assertProblem(Api.at(port).post("/webhooks/carrier", body), 401, "WEBHOOK_SIGNATURE");
        assertProblem(tell("x", "{"), 422, "WEBHOOK_BODY");
        String undated = body.replaceAll("\"occurredAt\": \"[^\"]*\"", "\"occurredAt\": \"yesterday\"");
        assertProblem(tell("x", undated), 422, "WEBHOOK_BODY");

        assertThat(status(number)).isEqualTo("PROCESSING");
    }
}
