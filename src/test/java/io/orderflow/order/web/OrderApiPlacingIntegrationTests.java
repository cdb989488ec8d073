package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderApiPlacingIntegrationTests extends OrderApiTest {

    @Test
    void answersWithTheOrderExactlyAsTheContractShowsIt() {
        Api.Answer answer = alice.post(
                "/api/orders",
                body("KEYBOARD-01", 2).put("couponCode", "WELCOME10").put("expectedTotal", 160_200));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonNode order = answer.json();
        String number = order.get("orderNumber").asText();
        assertThat(number).matches("ORD-\\d{8}-[A-Z0-9]{8}");
        assertThat(answer.header("Location")).isEqualTo("/api/orders/" + number);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        String until = order.get("reservationExpiresAt").asText();
        String orderedAt = order.get("orderedAt").asText();
        assertThat(List.of(until, orderedAt))
                .allMatch(time -> time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
        assertThat(order).isEqualTo(Api.parse("""
                {"orderNumber": "%s", "customerId": "alice", "status": "CREATED", "reason": null,
                 "items": [{"sku": "KEYBOARD-01", "name": "Keyboard", "price": 89000, "quantity": 2, "discount": 17800,
                            "returnedQuantity": 0}],
                 "shippingAddress": %s, "couponCode": "WELCOME10",
                 "totalAmount": 178000, "discountAmount": 17800, "paymentAmount": 160200, "refundedAmount": 0,
                 "currency": "KRW", "payment": {"status": "PENDING", "paymentKey": null}, "shipment": null,
                 "cancellationRequested": false, "reservationExpiresAt": "%s", "orderedAt": "%s", "paidAt": null,
                 "shippedAt": null, "completedAt": null, "cancelledAt": null, "refundedAt": null, "returnUntil": null,
                 "actions": [{"action": "PAY", "until": "%s"}, {"action": "CANCEL", "until": null}], "version": 0}
                """.formatted(number, ADDRESS, until, orderedAt, until)));
        assertThat(alice.get("/api/orders/" + number).json()).isEqualTo(order);
    }

    @Test
    void holdsTheStockWithoutUsingTheCoupon() {
        String sku = product(10);
        String coupon = coupon(1);

        placeWithCoupon(alice, sku, 3, coupon);

        assertStock(sku, 10, 3);
        assertThat(used(coupon)).isZero();
    }

    @Test
    void doesWithoutWhatMayBeAbsent() {
        ObjectNode body = body(product(1), 1);
        ((ObjectNode) body.get("shippingAddress")).remove("line2");

        Api.Answer answer = alice.post("/api/orders", body.putNull("couponCode").putNull("expectedTotal"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.at("/couponCode").isNull()).isTrue();
        assertThat(answer.at("/shippingAddress/line2").isNull()).isTrue();
    }

    @Test
    void addsUpTheSameSku() {
        String sku = product(2_000);
        ObjectNode body = body(sku, 999);
        body.withArray("items").addObject().put("sku", sku).put("quantity", 1);

        Api.Answer answer = alice.post("/api/orders", body);

        assertThat(answer.at("/items")).as(answer.body()).hasSize(1);
        assertThat(answer.number("/items/0/quantity")).isEqualTo(1_000);
        assertThat(answer.number("/totalAmount")).isEqualTo(1_000 * PRICE);
        assertStock(sku, 2_000, 1_000);
    }

    @Test
    void spreadsTheDiscountToTheLastWon() {
        ObjectNode body = body(product(9, 3_333), 1);
        body.withArray("items").addObject().put("sku", product(9, 3_333)).put("quantity", 1);
        body.withArray("items").addObject().put("sku", product(9, 3_334)).put("quantity", 1);

        Api.Answer answer = alice.post("/api/orders", body.put("couponCode", coupon("AMOUNT", 1_000, 1, "")));

        assertThat(answer.at("/items").findValuesAsText("discount").stream()
                        .mapToLong(Long::parseLong)
                        .sum())
                .isEqualTo(1_000);
        assertThat(answer.at("/items").findValuesAsText("discount")).allMatch(share -> share.matches("33[34]"));
        assertThat(answer.number("/paymentAmount")).isEqualTo(9_000);
    }

    @Test
    void takesAHundredLines() {
        ObjectNode body = body(product(100), 1);
        String second = product(100);
        IntStream.range(1, 100)
                .forEach(i ->
                        body.withArray("items").addObject().put("sku", second).put("quantity", 1));

        Api.Answer answer = alice.post("/api/orders", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.number("/items/1/quantity")).isEqualTo(99);
    }

    @Test
    void namesTheProductsThatDoNotExist() {
        ObjectNode body = body(product(1), 1);
        body.withArray("items").addObject().put("sku", "NO-SUCH-1").put("quantity", 1);
        body.withArray("items").addObject().put("sku", "NO-SUCH-2").put("quantity", 1);

        Api.Answer answer = assertProblem(alice.post("/api/orders", body), 404, "PRODUCT_NOT_FOUND");

        assertThat(answer.text("/detail")).contains("NO-SUCH-1", "NO-SUCH-2").doesNotContain("API-");
        assertThat(answer.at("/skus").toString()).isEqualTo("[\"NO-SUCH-1\",\"NO-SUCH-2\"]");
    }

    @Test
    void keepsWhatCannotBeSuppliedAsACancelledOrder() {
        String scarce = product(2);
        String plenty = product(10);
        ObjectNode body = body(scarce, 3);
        body.withArray("items").addObject().put("sku", plenty).put("quantity", 1);

        Api.Answer answer = assertProblem(alice.post("/api/orders", body), 409, "OUT_OF_STOCK");

        assertThat(answer.at("/shortages")).isEqualTo(Api.parse("""
                [{"sku": "%s", "requested": 3, "available": 2}]""".formatted(scarce)));
        assertThat(answer.text("/detail")).contains(scarce).doesNotContain(plenty);
        Api.Answer kept = alice.get("/api/orders/" + answer.text("/orderNumber"));
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.text("/status")).isEqualTo("CANCELLED");
        assertThat(kept.text("/reason")).isEqualTo("OUT_OF_STOCK");
        assertThat(kept.at("/cancelledAt").isNull()).isFalse();
        assertThat(kept.at("/actions")).isEmpty();
        assertStock(scarce, 2, 0);
        assertStock(plenty, 10, 0);
    }

    @Test
    void namesAHundredShortages() {
        List<String> skus = new ArrayList<>();
        ObjectNode body = body("KEYBOARD-01", 1);
        body.withArray("items").removeAll();
        for (int i = 0; i < 100; i++) {
            String sku = "AN-ARTICLE-WITH-A-RATHER-LONG-NUMBER-%03d".formatted(i);
            assertThat(ops.put("/api/products/" + sku, "{\"name\": \"Rare\", \"price\": 1, \"onHand\": 0}")
                            .status())
                    .isLessThan(300);
            skus.add(sku);
            body.withArray("items").addObject().put("sku", sku).put("quantity", 999);
        }

        Api.Answer answer = assertProblem(alice.post("/api/orders", body), 409, "OUT_OF_STOCK");

        assertThat(answer.at("/shortages").findValuesAsText("sku")).isEqualTo(skus);
        assertThat(status(answer.text("/orderNumber"))).isEqualTo("CANCELLED");
    }

    @Test
    void saysWhatTheOrderCostsNow() {
        String sku = product(5);

        Api.Answer answer = alice.post("/api/orders", body(sku, 2).put("expectedTotal", 19_999));

        assertProblem(answer, 409, "TOTAL_CHANGED");
        assertThat(answer.number("/paymentAmount")).isEqualTo(20_000);
        assertStock(sku, 5, 0);
    }
}
