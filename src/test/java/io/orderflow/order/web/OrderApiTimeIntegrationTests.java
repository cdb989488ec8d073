package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** What time does to orders: short reservations, parcels that move by themselves, keys that are soon forgotten. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=true",
            "orders.background.enabled=true",
            "orders.shipping.simulated.auto-progress=true",
            "orders.shipping.simulated.step=PT0.5S",
            "orders.reservation-ttl=PT4S",
            "orders.payment.retry=PT0.1S,PT12S",
            "orders.idempotency-retention=PT2S",
            "orders.return-window=PT1S",
            "orders.return-window-defective=PT2H"
        })
class OrderApiTimeIntegrationTests extends OrderApiTest {

    @Test
    void givesTheStockBackWhenNobodyPays() {
        String sku = product(2);
        String number = place(sku, 2);

        awaitStatus(number, "CANCELLED");

        assertThat(order(number).get("reason").asText()).isEqualTo("RESERVATION_EXPIRED");
        assertThat(order(number).get("actions")).isEmpty();
        await().untilAsserted(() -> assertStock(sku, 2, 0));
        assertProblem(alice.post(path(number, "/payment"), pay("late", PRICE * 2)), 409, "ORDER_STATE");
        Api.Answer cancelled = alice.post(path(number, "/cancellation"), "{}");
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.text("/reason")).isEqualTo("RESERVATION_EXPIRED");
    }

    @Test
    void refundsWhatIsPaidForWhenThePiecesAreGone() {
        String sku = product(1);
        String coupon = coupon(1);
        String number = placeWithCoupon(alice, sku, 1, coupon);
        Api.Answer unknown = alice.waiting(0).post(path(number, "/payment"), pay("timeout-" + number, 9_000));
        awaitBoughtByBob(sku);

        Api.Answer settled = alice.waiting(30).post(path(number, "/payment"), pay("timeout-" + number, 9_000));

        assertThat(unknown.status()).isEqualTo(202);
        assertThat(settled.status()).as(settled.body()).isEqualTo(200);
        assertThat(settled.text("/status")).isEqualTo("REFUNDED");
        assertThat(settled.text("/reason")).isEqualTo("OUT_OF_STOCK");
        assertThat(settled.number("/refundedAmount")).isEqualTo(9_000);
        assertThat(used(coupon)).isZero();
    }

    /** Succeeds once the other reservation has run out; his own would run out too if he did not pay. */
    private void awaitBoughtByBob(String sku) {
        String number = await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> bob.post("/api/orders", body(sku, 1)), answer -> answer.status() == 201)
                .text("/orderNumber");
        assertThat(bob.waiting(30)
                        .post(path(number, "/payment"), pay("ok", PRICE))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void deliversByItself() {
        String number = paid(product(1), 1);

        awaitStatus(number, "COMPLETED");

        JsonNode order = order(number);
        assertThat(order.at("/shipment/carrier").asText()).isEqualTo("simulated");
        assertThat(order.at("/shipment/status").asText()).isEqualTo("DELIVERED");
        assertThat(order.get("shippedAt").isNull()).isFalse();
        assertThat(Duration.between(
                        Instant.parse(order.get("completedAt").asText()),
                        Instant.parse(order.get("returnUntil").asText())))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void takesGoodsBackForOneReasonLongerThanForAnother() {
        String number = paid(product(1), 1);
        awaitStatus(number, "COMPLETED");
        Instant deadline =
                Instant.parse(order(number).get("completedAt").asText()).plusSeconds(1);
        await().until(() -> Instant.now().isAfter(deadline.plusMillis(1)));

        Api.Answer late = assertProblem(
                alice.post(path(number, "/returns"), "{\"reason\": \"OTHER\"}"), 409, "RETURN_NOT_POSSIBLE");
        assertThat(late.text("/cause")).isEqualTo("WINDOW_CLOSED");
        assertThat(Instant.parse(late.text("/deadline"))).isEqualTo(deadline);
        assertThat(order(number).get("actions").findValuesAsText("action")).containsExactly("RETURN");
        assertThat(alice.post(path(number, "/returns"), "{\"reason\": \"WRONG_ITEM\"}")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void forgetsKeysAfterTheirRetention() {
        String sku = product(5);
        Api keyed = alice.with("Idempotency-Key", UUID.randomUUID().toString());
        String first = placed(keyed.post("/api/orders", body(sku, 1)));

        String second = await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> placed(keyed.post("/api/orders", body(sku, 1))), number -> !number.equals(first));

        assertThat(order(second).get("status").asText()).isEqualTo("CREATED");
    }
}
