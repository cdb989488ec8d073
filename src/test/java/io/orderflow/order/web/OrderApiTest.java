package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The whole application at work behind a port, with a carrier that only the webhook drives; and the words of its
 * clients.
 */
@Tag("database")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=true",
            "orders.background.enabled=true",
            "orders.shipping.carrier=manual",
            "orders.webhook.carrier-secret=" + OrderApiTest.CARRIER_SECRET,
            "orders.webhook.payment-secret=" + OrderApiTest.PAYMENT_SECRET
        })
abstract class OrderApiTest {

    static final String CARRIER_SECRET = "whsec_c2lnbmVkLWJ5LXRoZS1jYXJyaWVyLW9ubHk=";
    static final String PAYMENT_SECRET = "known-to-the-gateway-only";
    static final long PRICE = 10_000;
    static final String ADDRESS = """
            {"recipient": "Hong Gildong", "phone": "010-1234-5678", "line1": "1 Sejong-daero", "line2": "Jung-gu",
             "city": "Seoul", "postalCode": "04524", "country": "KR"}""";
    private static final AtomicInteger NAMES = new AtomicInteger();

    @LocalServerPort
    int port;

    Api alice;
    Api bob;
    Api ops;

    @BeforeEach
    void comeIn() {
        alice = Api.at(port).as("alice");
        bob = Api.at(port).as("bob");
        ops = Api.at(port).as("ops");
    }

    /** A product nobody else knows, at {@link #PRICE}. */
    String product(int onHand) {
        return product(onHand, PRICE);
    }

    String product(int onHand, long price) {
        String sku = "API-%04d".formatted(NAMES.incrementAndGet());
        Api.Answer answer = ops.put("/api/products/" + sku, """
                {"name": "A thing", "price": %d, "onHand": %d}""".formatted(price, onHand));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return sku;
    }

    /** A coupon nobody else knows. */
    String coupon(String type, long value, int maxUses, String more) {
        String code = "API%04d".formatted(NAMES.incrementAndGet());
        Api.Answer answer = ops.put("/api/coupons/" + code, """
                {"discountType": "%s", "value": %d, "maxUses": %d%s}""".formatted(type, value, maxUses, more));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return code;
    }

    String coupon(int maxUses) {
        return coupon("AMOUNT", 1_000, maxUses, "");
    }

    /** The body of an order of one line. */
    static ObjectNode body(String sku, int pieces) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("items").addObject().put("sku", sku).put("quantity", pieces);
        body.set("shippingAddress", Api.parse(ADDRESS));
        return body;
    }

    /** The number of a new order of alice's. */
    String place(String sku, int pieces) {
        return placed(alice.post("/api/orders", body(sku, pieces)));
    }

    String placeWithCoupon(Api customer, String sku, int pieces, String coupon) {
        return placed(customer.post("/api/orders", body(sku, pieces).put("couponCode", coupon)));
    }

    static String placed(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("/orderNumber");
    }

    static String pay(String paymentKey, long amount) {
        return """
                {"paymentKey": "%s", "amount": %d, "method": "CARD"}""".formatted(paymentKey, amount);
    }

    /** Pays alice's order and sees it into preparation. */
    String paid(String sku, int pieces) {
        String number = place(sku, pieces);
        Api.Answer answer = alice.waiting(30).post(path(number, "/payment"), pay("ok-" + number, PRICE * pieces));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return number;
    }

    static String path(String number, String rest) {
        return "/api/orders/" + number + rest;
    }

    JsonNode order(String number) {
        return ops.get(path(number, "")).json();
    }

    String status(String number) {
        return order(number).get("status").asText();
    }

    void awaitStatus(String number, String status) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(status(number)).isEqualTo(status));
    }

    /** Pieces on hand, and of them reserved. */
    void assertStock(String sku, int onHand, int reserved) {
        JsonNode product = ops.get("/api/products/" + sku).json();
        assertThat(product.get("onHand").asInt()).as(product.toString()).isEqualTo(onHand);
        assertThat(product.get("reserved").asInt()).as(product.toString()).isEqualTo(reserved);
        assertThat(product.get("available").asInt()).isEqualTo(onHand - reserved);
    }

    long used(String coupon) {
        return ops.get("/api/coupons/" + coupon).number("/used");
    }

    static Api.Answer assertProblem(Api.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("/code")).isEqualTo(code);
        assertThat(answer.number("/status")).isEqualTo(status);
        for (String member : new String[] {"type", "title", "detail", "instance"}) {
            assertThat(answer.text("/" + member))
                    .as(member + " of " + answer.body())
                    .isNotBlank();
        }
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("io.orderflow");
        return answer;
    }
}
