package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no order: always a 4xx problem, and nothing changes. */
class OrderApiValidationIntegrationTests extends OrderApiTest {

    private String sku;

    @BeforeEach
    void stock() {
        sku = product(2_000);
    }

    private Api.Answer assertInvalid(Object body, String field) {
        long before = ops.get("/api/orders?size=1").number("/page/totalElements");

        Api.Answer answer = assertProblem(alice.post("/api/orders", body), 400, "VALIDATION_FAILED");

        assertThat(answer.at("/errors").findValuesAsText("field"))
                .as(answer.body())
                .contains(field);
        assertThat(answer.at("/errors").findValuesAsText("message")).allMatch(message -> !message.isBlank());
        assertThat(ops.get("/api/orders?size=1").number("/page/totalElements")).isEqualTo(before);
        assertStock(sku, 2_000, 0);
        return answer;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "items | null",
                "items | []",
                "items | {}",
                "items | \"KEYBOARD-01\"",
                "items[0] | [null]",
                "items[0] | [[]]",
                "items[0] | [1]",
                "items[0].sku | [{\"quantity\": 1}]",
                "items[0].sku | [{\"sku\": null, \"quantity\": 1}]",
                "items[0].sku | [{\"sku\": 5, \"quantity\": 1}]",
                "items[0].sku | [{\"sku\": \"\", \"quantity\": 1}]",
                "items[0].quantity | [{\"sku\": \"A\"}]",
                "items[0].price | [{\"sku\": \"A\", \"quantity\": 1, \"price\": 1}]",
                "items[0] | [{\"sku\": \"A\", \"sku\": \"A\", \"quantity\": 1}]",
                "shippingAddress | null",
                "shippingAddress | []",
                "shippingAddress.city | {}",
                "shippingAddress | \"Seoul\"",
                "couponCode | 5",
                "couponCode | {}",
                "couponCode | []",
                "expectedTotal | -1",
                "expectedTotal | 1.0",
                "expectedTotal | \"20000\"",
                "expectedTotal | 1e30",
                "expectedTotal | 9223372036854775808",
                "expectedTotal | true",
                "customerId | 5",
                "customerId | {}",
                "paymentAmount | 1",
                "discountAmount | 1",
                "Items | []"
            })
    void refusesMembersOfTheWrongKind(String field, String value) {
        String member = field.replaceAll("[.\\[].*", "");
        ObjectNode body = body(sku, 1);
        body.remove(member);
        String text = body.toString().replaceFirst("\\{", "{\"" + member + "\": " + value + ", ");

        assertInvalid(text, field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1000",
                "1.5",
                "1.0",
                "1e2",
                "\"2\"",
                "\"\"",
                "null",
                "true",
                "[]",
                "{}",
                "99999999999",
                "-99999999999",
                "1e400",
                "123456789012345678901234567890123456789012345678901234567890"
            })
    void refusesQuantitiesOutOfOneToNineHundredNinetyNine(String quantity) {
        assertInvalid(body(sku, 4711).toString().replace("4711", quantity), "items[0].quantity");
    }

    @Test
    void refusesMoreThanAHundredLines() {
        ObjectNode body = body(sku, 1);
        IntStream.range(0, 100)
                .forEach(
                        i -> body.withArray("items").addObject().put("sku", sku).put("quantity", 1));

        assertInvalid(body, "items");
    }

    @ParameterizedTest
    @CsvSource({"recipient,100", "phone,30", "line1,200", "city,100", "postalCode,20"})
    void refusesAddressPartsThatAreBlankOrOverLong(String part, int longest) {
        ObjectNode body = body(sku, 1);
        ObjectNode address = (ObjectNode) body.get("shippingAddress");
        for (String wrong : new String[] {
            "", " ", "\t\n", "\u3000", "\u2003 ", "\u200b", "\ufeff \u2060", "\u3164", "\u2800", "x".repeat(longest + 1)
        }) {
            address.put(part, wrong);
            assertInvalid(body, "shippingAddress." + part);
        }
        address.putNull(part);
        assertInvalid(body, "shippingAddress." + part);
        address.put(part, 5);
        assertInvalid(body, "shippingAddress." + part);
        address.remove(part);
        assertInvalid(body, "shippingAddress." + part);

        address.put(part, "가".repeat(longest));
        assertThat(placed(alice.post("/api/orders", body))).isNotBlank();
    }

    @Test
    void refusesCountriesAndSecondLinesOfAnotherShape() {
        ObjectNode body = body(sku, 1);
        ObjectNode address = (ObjectNode) body.get("shippingAddress");
        for (String wrong : new String[] {"", "K", "kr", "KOR", "한국", "KR\n"}) {
            address.put("country", wrong);
            assertInvalid(body, "shippingAddress.country");
        }
        address.put("country", "KR").put("line2", "x".repeat(201));
        assertInvalid(body, "shippingAddress.line2");
        address.put("line2", "").put("street", "x");
        assertInvalid(body, "shippingAddress.street");
    }

    @Test
    void takesTimesOfCouponsWithAnOffsetOnly() {
        String terms = "{\"discountType\": \"AMOUNT\", \"value\": 1, \"maxUses\": 1, \"validTo\": %s}";

        assertProblem(ops.put("/api/coupons/TIMES", terms.formatted("4102444800")), 400, "VALIDATION_FAILED");
        assertThat(ops.put("/api/coupons/TIMES", terms.formatted("\"2099-01-01T00:00:00+09:00\""))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0007", "\\ud800", "\\udc00x"})
    void refusesTextThatNoDatabaseKeeps(String text) {
        String body = body(sku, 1).toString();

        assertInvalid(body.replace("Hong Gildong", "Hong " + text), "shippingAddress.recipient");
        assertInvalid(body.replace(sku, text), "items[0].sku");
        assertInvalid(
                body.replaceFirst("\\{", "{\"couponCode\": \"" + text.replace("\\", "\\\\") + "\", "), "couponCode");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[]",
                "\"text\"",
                "5",
                "{} {}",
                "{'items': []}",
                "{\"items\": [,]}",
                "<order/>",
                "{\"items\": NaN}",
                "\u0000",
                "{\"a\": 1} x"
            })
    void refusesBodiesThatAreNoOrder(String body) {
        assertProblem(alice.post("/api/orders", body), 400, "VALIDATION_FAILED");
    }

    @Test
    void refusesJsonThatIsTooDeepOrTooLarge() {
        String deep = "[".repeat(20_000) + "]".repeat(20_000);
        String objects = "{\"items\":".repeat(3_000) + "1" + "}".repeat(3_000);

        assertProblem(alice.post("/api/orders", "{\"items\": " + deep + "}"), 400, "VALIDATION_FAILED");
        assertProblem(alice.post("/api/orders", objects), 400, "VALIDATION_FAILED");
        assertProblem(
                alice.post("/api/orders", "{\"couponCode\": \"" + "x".repeat(66_000) + "\"}"),
                413,
                "PAYLOAD_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "nonsense"
            })
    void takesJsonOnly(String type) {
        assertProblem(
                alice.with("Content-Type", type).post("/api/orders", body(sku, 1)), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertStock(sku, 2_000, 0);
    }

    @Test
    void changesNothingForAnAnswerThatNobodyCanRead() {
        Api.Answer answer = alice.with("Accept", "application/xml").post("/api/orders", body(sku, 1));

        assertProblem(answer, 406, "NOT_ACCEPTABLE");
        assertStock(sku, 2_000, 0);
    }

    @Test
    void knowsNoOtherMethodsAndPaths() {
        String number = place(sku, 1);

        for (String method : new String[] {"PUT", "DELETE", "PATCH"}) {
            assertProblem(ops.send(method, "/api/orders", null), 405, "METHOD_NOT_ALLOWED");
            assertProblem(alice.send(method, path(number, ""), null), 405, "METHOD_NOT_ALLOWED");
        }
        assertProblem(alice.get(path(number, "/payment")), 405, "METHOD_NOT_ALLOWED");
        assertProblem(alice.get(path(number, "/cancellation")), 405, "METHOD_NOT_ALLOWED");
        assertProblem(alice.get(path(number, "/")), 404, "NOT_FOUND");
        assertProblem(alice.get(path(number, "/nothing")), 404, "NOT_FOUND");
        for (String trick : new String[] {"/..%2f", ";a=b", "%00", "//events", "/%2e%2e/x", "%0a"}) {
            assertThat(alice.get(path(number, trick)).status()).as(trick).isBetween(400, 404);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paymentKey | {\"amount\": 10000}",
                "paymentKey | {\"paymentKey\": \"\", \"amount\": 10000}",
                "paymentKey | {\"paymentKey\": \"..\", \"amount\": 10000}",
                "paymentKey | {\"paymentKey\": \".\", \"amount\": 10000}",
                "paymentKey | {\"paymentKey\": \"a b\", \"amount\": 10000}",
                "paymentKey | {\"paymentKey\": 5, \"amount\": 10000}",
                "paymentKey | {\"paymentKey\": \"\\u0000\", \"amount\": 10000}",
                "amount | {\"paymentKey\": \"k\"}",
                "amount | {\"paymentKey\": \"k\", \"amount\": null}",
                "amount | {\"paymentKey\": \"k\", \"amount\": \"10000\"}",
                "amount | {\"paymentKey\": \"k\", \"amount\": 10000.0}",
                "amount | {\"paymentKey\": \"k\", \"amount\": 1e30}",
                "amount | {\"paymentKey\": \"k\", \"amount\": -1}",
                "amount | {\"paymentKey\": \"k\", \"amount\": 9223372036854775808}",
                "method | {\"paymentKey\": \"k\", \"amount\": 10000, \"method\": 5}",
                "card | {\"paymentKey\": \"k\", \"amount\": 10000, \"card\": \"4111\"}",
                "body | null",
                "body | ''",
                "body | {"
            })
    void refusesPaymentsThatMakeNoSense(String field, String body) {
        String number = place(sku, 1);

        Api.Answer answer =
                assertProblem(alice.post(path(number, "/payment"), body == null ? "" : body), 400, "VALIDATION_FAILED");

        assertThat(answer.at("/errors").findValuesAsText("field"))
                .as(answer.body())
                .contains(field);
        assertThat(order(number).at("/payment/status").asText()).isEqualTo("PENDING");
    }
}
