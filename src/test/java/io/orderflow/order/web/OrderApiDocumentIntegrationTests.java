package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The OpenAPI document says what the contract says. */
class OrderApiDocumentIntegrationTests extends OrderApiTest {

    private JsonNode document() {
        return Api.at(port).get("/v3/api-docs").json();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/orders | post | 201 400 401 403 404 409 422 429",
                "/api/orders | get | 200 400 401 403",
                "/api/orders/{orderNumber} | get | 200 304 401 403 404",
                "/api/orders/{orderNumber}/events | get | 200 401 403 404",
                "/api/products | get | 200 400 401 403",
                "/api/products/{sku} | get | 200 304 401 403 404",
                "/api/products/{sku} | put | 200 201 400 401 403 409 412 422",
                "/api/products/{sku} | patch | 200 400 401 403 404 409 412 422",
                "/api/products/{sku}/stock | post | 200 400 401 403 404 409 412 422",
                "/api/customers/{customerId}/orders | get | 200 400 401 403 404",
                "/api/orders/{orderNumber}/payment | post | 200 202 400 401 402 403 404 409 422 429",
                "/api/orders/{orderNumber}/cancellation | post | 200 202 400 401 403 404 409 422 429"
            })
    void namesTheAnswersOfEveryOperation(String path, String method, String codes) {
        JsonNode responses = document().get("paths").path(path).path(method).path("responses");

        assertThat(responses.fieldNames()).toIterable().containsExactlyInAnyOrder((codes + " default").split(" "));
        responses
                .fields()
                .forEachRemaining(response -> assertThat(
                                response.getValue().path("content").fieldNames())
                        .toIterable()
                        .as(response.getKey())
                        .isEqualTo(mediaTypes(response.getKey())));
        responses.fields().forEachRemaining(response -> {
            assertThat(response.getValue().get("description").asText())
                    .as(response.getKey())
                    .isNotBlank();
            if (isProblem(response.getKey())) {
                assertThat(response.getValue()
                                .at("/content/application~1problem+json/schema/$ref")
                                .asText())
                        .endsWith("/Problem");
            }
        });
    }

    @Test
    void saysThatARequestForAReturnMayBeOneTooMany() {
        JsonNode responses = document().at("/paths/~1api~1orders~1{orderNumber}~1returns/post/responses");

        assertThat(responses.fieldNames()).toIterable().contains("202", "429");
        assertThat(responses.at("/202/content").findValuesAsText("$ref"))
                .singleElement()
                .asString()
                .endsWith("/ReturnView");
    }

    @Test
    void saysWhyAReturnMayNotBePossible() {
        JsonNode responses = document().at("/paths/~1api~1orders~1{orderNumber}~1returns/post/responses");

        assertThat(responses.at("/409/description").asText())
                .contains(
                        "RETURN_NOT_POSSIBLE",
                        "NOT_SHIPPED",
                        "NOTHING_LEFT",
                        "WINDOW_CLOSED",
                        "ANOTHER_OPEN",
                        "deadline");
        assertThat(responses
                        .at("/409/content/application~1problem+json/schema/$ref")
                        .asText())
                .endsWith("/Problem");
        assertThat(document()
                        .at("/components/schemas/Problem/properties/cause/type")
                        .asText())
                .isEqualTo("string");
    }

    private static List<String> mediaTypes(String code) {
        return code.equals("304")
                ? List.of()
                : List.of(isProblem(code) ? "application/problem+json" : "application/json");
    }

    private static boolean isProblem(String code) {
        return code.equals("default") || code.startsWith("4");
    }

    @Test
    void namesTheHeadersThatAWriteTakes() {
        for (String path : new String[] {
            "/api/orders", "/api/orders/{orderNumber}/payment", "/api/orders/{orderNumber}/cancellation"
        }) {
            List<String> parameters = document()
                    .get("paths")
                    .path(path)
                    .path("post")
                    .path("parameters")
                    .findValuesAsText("name");

            assertThat(parameters).contains("Idempotency-Key");
            assertThat(parameters.contains("Prefer")).as(path).isEqualTo(!path.equals("/api/orders"));
        }
    }

    @Test
    void namesTheHeadersOfTheCatalogue() {
        JsonNode paths = document().get("paths");

        for (String method : new String[] {"put", "patch"}) {
            assertThat(paths.path("/api/products/{sku}")
                            .path(method)
                            .path("parameters")
                            .findValuesAsText("name"))
                    .containsExactlyInAnyOrder("sku", "If-Match", "Idempotency-Key");
        }
        assertThat(paths.path("/api/products/{sku}/stock")
                        .path("post")
                        .path("parameters")
                        .findValuesAsText("name"))
                .containsExactlyInAnyOrder("sku", "Idempotency-Key");
    }

    @Test
    void namesTheQueryOfEveryList() {
        JsonNode paths = document().get("paths");

        assertThat(paths.path("/api/orders").path("get").path("parameters").findValuesAsText("name"))
                .containsExactlyInAnyOrder("status", "customerId", "from", "to", "page", "size", "sort");
        assertThat(paths.path("/api/customers/{customerId}/orders")
                        .path("get")
                        .path("parameters")
                        .findValuesAsText("name"))
                .containsExactlyInAnyOrder("customerId", "page", "size", "sort");
    }

    @Test
    void saysWhatABodyMustHold() {
        JsonNode schemas = document().at("/components/schemas");

        assertThat(schemas.at("/PlaceOrderRequest/required").toString())
                .contains("items", "shippingAddress")
                .doesNotContain("couponCode");
        assertThat(schemas.at("/PlaceOrderRequest/properties/items/maxItems").asInt())
                .isEqualTo(100);
        assertThat(schemas.at("/PaymentRequest/required").toString()).contains("paymentKey", "amount");
        assertThat(schemas.at("/ProductPatch/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("name", "price", "onHand");
        assertThat(schemas.at("/ProductPatch/required")).isEmpty();
        assertThat(schemas.at("/StockRequest/required").toString()).contains("change", "reason");
        assertThat(schemas.at("/OrderView/properties").fieldNames())
                .toIterable()
                .contains(
                        "orderNumber", "status", "items", "paymentAmount", "payment", "shipment", "actions", "version");
    }
}
