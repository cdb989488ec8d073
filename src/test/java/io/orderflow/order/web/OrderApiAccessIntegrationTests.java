package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderApiAccessIntegrationTests extends OrderApiTest {

    @Test
    void letsOpsOrderForACustomer() {
        Api.Answer answer = ops.post("/api/orders", body(product(1), 1).put("customerId", "bob"));

        String number = placed(answer);
        assertThat(answer.text("/customerId")).isEqualTo("bob");
        assertThat(bob.get(path(number, "")).status()).isEqualTo(200);
        assertThat(ops.get(path(number, "/events")).text("/0/actor")).isEqualTo("ops");
    }

    @Test
    void letsOpsOrderForCustomerWithTheLongestId() {
        String customer = "u".repeat(255);

        assertThat(ops.post("/api/orders", body(product(1), 1).put("customerId", customer))
                        .text("/customerId"))
                .isEqualTo(customer);
    }

    static Stream<String> nobody() {
        return Stream.of("", " ", "u".repeat(256));
    }

    @ParameterizedTest
    @MethodSource("nobody")
    void asksOpsForWhomTheyOrder(String customer) {
        ObjectNode body = body(product(1), 1);

        assertProblem(ops.post("/api/orders", body), 400, "VALIDATION_FAILED");
        Api.Answer answer = ops.post("/api/orders", body.put("customerId", customer));

        assertThat(assertProblem(answer, 400, "VALIDATION_FAILED").text("/errors/0/field"))
                .isEqualTo("customerId");
    }

    @Test
    void letsCustomersOrderForThemselvesOnly() {
        String sku = product(2);

        assertProblem(alice.post("/api/orders", body(sku, 1).put("customerId", "bob")), 403, "FORBIDDEN");
        Api.Answer own = alice.post("/api/orders", body(sku, 1).put("customerId", "alice"));

        assertThat(own.status()).isEqualTo(201);
        assertStock(sku, 2, 1);
    }

    @Test
    void turnsAwayStrangersAndOtherGroups() {
        String number = place(product(1), 1);
        Api stranger = Api.at(port);

        for (String path :
                new String[] {path(number, ""), path(number, "/events"), "/api/orders", "/api/customers/alice/orders"
                }) {
            assertProblem(stranger.get(path), 401, "UNAUTHORIZED");
            assertProblem(Api.at(port).as("analyst").get(path), 403, "FORBIDDEN");
            assertProblem(Api.at(port).as("admin").get(path), 403, "FORBIDDEN");
        }
        for (String path : new String[] {"/api/orders", path(number, "/payment"), path(number, "/cancellation")}) {
            assertProblem(stranger.post(path, "{}"), 401, "UNAUTHORIZED");
            assertProblem(Api.at(port).as("analyst").post(path, "{}"), 403, "FORBIDDEN");
        }
        assertProblem(alice.get("/api/orders"), 403, "FORBIDDEN");
    }

    @Test
    void hidesOrdersFromEverybodyElse() {
        String hers = place(product(1), 1);

        for (String missing : new String[] {"ORD-20260101-AAAAAAAA", "x", "%ED%95%9C%EA%B8%80", "a".repeat(65)}) {
            for (String rest : new String[] {"", "/events"}) {
                assertSameRefusal(bob.get(path(hers, rest)), bob.get(path(missing, rest)));
            }
            assertSameRefusal(
                    bob.post(path(hers, "/payment"), pay("k", 1)), bob.post(path(missing, "/payment"), pay("k", 1)));
            assertSameRefusal(
                    bob.post(path(hers, "/cancellation"), "{}"), bob.post(path(missing, "/cancellation"), "{}"));
        }
        assertThat(status(hers)).isEqualTo("CREATED");
        assertProblem(ops.get(path("ORD-20260101-AAAAAAAA", "")), 404, "ORDER_NOT_FOUND");
        assertProblem(bob.with("If-None-Match", "*").get(path(hers, "")), 404, "ORDER_NOT_FOUND");
    }

    private static void assertSameRefusal(Api.Answer hidden, Api.Answer missing) {
        Stream.of(hidden, missing).forEach(answer -> assertProblem(answer, 404, "ORDER_NOT_FOUND"));
        assertThat(withoutInstance(hidden)).isEqualTo(withoutInstance(missing));
    }

    private static ObjectNode withoutInstance(Api.Answer answer) {
        return ((ObjectNode) answer.json()).without("instance");
    }

    @Test
    void hidesCustomersFromEachOther() {
        place(product(1), 1);

        Api.Answer another = bob.get("/api/customers/alice/orders");
        Api.Answer missing = bob.get("/api/customers/nobody/orders");

        assertProblem(another, 404, "CUSTOMER_NOT_FOUND");
        assertProblem(missing, 404, "CUSTOMER_NOT_FOUND");
        assertThat(withoutInstance(another)).isEqualTo(withoutInstance(missing));
    }

    @Test
    void letsOpsActOnAnyOrder() {
        String number = place(product(1), 1);

        assertThat(ops.waiting(30)
                        .post(path(number, "/payment"), pay("ok", PRICE))
                        .text("/status"))
                .isEqualTo("PROCESSING");
        assertThat(ops.waiting(30).post(path(number, "/cancellation"), "{}").text("/reason"))
                .isEqualTo("OPS_DECISION");
        assertThat(ops.get("/api/customers/alice/orders").text("/content/0/orderNumber"))
                .isEqualTo(number);
    }

    @Test
    void speaksKoreanToThoseWhoAskForIt() {
        Api korean = alice.with("Accept-Language", "ko-KR,ko;q=0.9,en;q=0.5");
        Api.Answer missing = assertProblem(korean.get(path("ORD-20260101-AAAAAAAA", "")), 404, "ORDER_NOT_FOUND");
        Api.Answer invalid = assertProblem(korean.post("/api/orders", "{}"), 400, "VALIDATION_FAILED");
        Api.Answer short1 = assertProblem(korean.post("/api/orders", body(product(0), 1)), 409, "OUT_OF_STOCK");

        for (Api.Answer answer : new Api.Answer[] {missing, invalid, short1}) {
            assertThat(answer.text("/title")).matches(".*[가-힣].*");
            assertThat(answer.text("/detail")).matches(".*[가-힣].*");
        }
        Api.Answer german = alice.with("Accept-Language", "de").get(path("ORD-20260101-AAAAAAAA", ""));
        assertThat(german.text("/title")).isEqualTo("Order not found");
    }
}
