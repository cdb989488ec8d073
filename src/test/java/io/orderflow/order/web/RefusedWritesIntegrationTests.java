package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.web.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** An answer of 4xx or 5xx means that nothing happened: every call against every header of HTTP that can refuse one. */
class RefusedWritesIntegrationTests extends CarrierApiTest {

    private static final List<String> REFUSED_ANYWHERE = List.of("Expect: 200-ok", "Transfer-Encoding: gzip");

    private static final List<String> REFUSED = List.of(
            "Accept: application/xml",
            "Accept: image/png, text/*",
            "Accept: application/problem+json",
            "Accept: application/*+json",
            "Accept: nonsense",
            "Accept: */*;q=0",
            "Accept: application/json;q=0",
            "Accept: application/json;q=0, */*",
            "Accept: application/json;charset=nonsense",
            "Accept-Encoding: identity;q=0",
            "Accept-Encoding: gzip, *;q=0.0",
            "Accept-Encoding: identity; q=0, *",
            "Content-Type: */*",
            "Content-Type: application/*",
            "Content-Type: text/plain",
            "Content-Type: nonsense",
            "Content-Type: ",
            "Content-Type: application/json;charset=iso-8859-1",
            "Content-Type: application/json;charset=nonsense",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Type: multipart/form-data; boundary=x",
            "Content-Encoding: gzip",
            "If-Match: \"7\"",
            "If-Match: *",
            "If-None-Match: *",
            "If-None-Match: \"0\"");

    private static final List<String> TAKEN = List.of(
            "Accept: application/json;charset=iso-8859-1",
            "Accept: */*",
            "Accept: ",
            "Accept: application/*;q=0.1, text/html",
            "Accept: application/json;version=2",
            "Accept-Charset: iso-8859-1",
            "Accept-Charset: utf-8;q=0",
            "Accept-Charset: ;;",
            "Accept-Encoding: gzip",
            "Accept-Encoding: ",
            "Accept-Encoding: *;q=0, identity",
            "Accept-Encoding: ;q=x",
            "Accept-Language: ko;q=x, ;;",
            "Content-Type: application/json; charset=\"utf-8\"",
            "Content-Type: application/vnd.order+json",
            "Content-Encoding: identity",
            "Expect: 100-continue",
            "If-Modified-Since: Sat, 01 Jan 2050 00:00:00 GMT",
            "If-Modified-Since: nonsense",
            "If-Range: \"7\"",
            "If-Unmodified-Since: Sat, 01 Jan 2000 00:00:00 GMT",
            "If-Unmodified-Since: nonsense",
            "Range: bytes=0-0",
            "Range: bytes=9-1,nonsense",
            "TE: nonsense;q=x",
            "Prefer: wait=nonsense",
            "Prefer: wait=1;;\", handling=strict",
            "Prefer: ");

    /** 501 is what Tomcat says to transfer codings that it does not know. */
    private static final Pattern ANSWERED_NO = Pattern.compile("HTTP/1.1 (4..|501) .*", Pattern.DOTALL);

    private static final Pattern ANSWERED = Pattern.compile("HTTP/1.1 ([234]..|501) .*", Pattern.DOTALL);
    private static final Supplier<Object> NOTHING = () -> "";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    JdbcTemplate jdbc;

    /**
     * A valid call.
     *
     * @param headers one a line, each with its end
     * @param state what it would change
     */
    private record Call(
            String target, String user, String headers, String body, boolean negotiates, Supplier<Object> state) {}

    @TestFactory
    Stream<DynamicTest> refusesWithoutHavingDoneAnything() {
        return calls().entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(
                        call.getKey(), () -> refuses(call.getValue().get())));
    }

    @TestFactory
    Stream<DynamicTest> answersWellWhateverElseTheHeadersSay() {
        return calls().entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(
                        call.getKey(), () -> takes(call.getValue().get())));
    }

    @TestFactory
    Stream<DynamicTest> readsNeverFail() {
        return ours().filter(call -> call.startsWith("GET "))
                .map(call -> DynamicTest.dynamicTest(
                        call,
                        () -> Stream.of(REFUSED, TAKEN, REFUSED_ANYWHERE)
                                .flatMap(List::stream)
                                .forEach(header -> {
                                    Call read =
                                            new Call(call.replaceAll("\\{\\w+}", "X-1"), "ops", "", "", true, NOTHING);
                                    assertThat(send(read, header + "\r\n"))
                                            .as(header)
                                            .matches(ANSWERED);
                                })));
    }

    /** But for the check of models, which takes files and changes nothing. */
    @Test
    void knowsEveryWrite() {
        assertThat(calls().keySet())
                .isEqualTo(ours().filter(call -> !call.startsWith("GET ")
                                && !call.equals("POST /api/models/check")
                                && !call.equals("POST /api/models/play"))
                        .collect(Collectors.toSet()));
    }

    /** Every method and path that our controllers answer. */
    private Stream<String> ours() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().matches("io\\.orderflow\\.(?!web$).*"))
                .flatMap(entry -> entry.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method ->
                                entry.getKey().getPatternValues().stream().map(path -> method + " " + path)));
    }

    /** The whole answer; what the header under test says replaces what would be said otherwise. */
    private String send(Call call, String header) {
        String type = header.startsWith("Content-Type:") ? "" : "Content-Type: application/json\r\n";
        String user = call.user == null
                ? ""
                : "Authorization: Basic "
                        + Base64.getEncoder()
                                .encodeToString((call.user + ":" + call.user).getBytes(StandardCharsets.UTF_8))
                        + "\r\n";
        int length = call.body.getBytes(StandardCharsets.UTF_8).length;
        try (Wire wire = new Wire(port)) {
            wire.say(call.target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + user + call.headers + type
                            + header + "Content-Length: " + length + "\r\n\r\n" + call.body)
                    .status();
            return wire.heard();
        }
    }

    private void refuses(Call call) {
        Object before = call.state.get();
        List<String> refusing = new ArrayList<>(REFUSED_ANYWHERE);
        refusing.addAll(call.negotiates ? REFUSED : List.of());
        refusing.removeIf(
                header -> header.equals("If-Match: *") && call.target.startsWith("PATCH ")); // what is patched is there
        String key = "Idempotency-Key: " + UUID.randomUUID() + "\r\n";

        for (String header : refusing) {
            String answer = send(call, header + "\r\n" + key);
            assertThat(answer)
                    .as(header)
                    .matches(ANSWERED_NO)
                    .contains("application/problem+json")
                    .contains("\"code\":\"");
            assertThat(call.state.get()).as(header).isEqualTo(before);
        }
        assertThat(send(call, key)).startsWith("HTTP/1.1 20").doesNotContain("Idempotency-Replayed");
        if (call.state != NOTHING) {
            await().untilAsserted(() -> assertThat(call.state.get()).isNotEqualTo(before));
        }
    }

    private void takes(Call call) {
        String key = call.target.endsWith("/returns")
                ? "Idempotency-Key: once\r\n"
                : ""; // an order has one open return at most
        List<String> taken = new ArrayList<>(TAKEN);
        taken.addAll(call.negotiates ? List.of() : REFUSED);

        for (String header : taken) {
            String answer = send(call, header + "\r\n" + key);
            assertThat(answer).as(header).startsWith("HTTP/1.1 20");
            if (!answer.contains("\r\nContent-Length: 0\r\n") && !answer.startsWith("HTTP/1.1 204")) {
                assertThat(answer).as(header).contains("\r\nContent-Type: application/json\r\n");
            }
        }
    }

    /** For each write of the API what makes a valid call. */
    private Map<String, Supplier<Call>> calls() {
        Map<String, Supplier<Call>> calls = new TreeMap<>();
        calls.put("POST /api/orders", this::placing);
        calls.put("POST /api/orders/{orderNumber}/payment", () -> {
            String number = place(product(1), 1);
            return onOrder(number, "/payment", pay("ok-" + number, PRICE));
        });
        calls.put(
                "POST /api/orders/{orderNumber}/cancellation",
                () -> onOrder(place(product(1), 1), "/cancellation", "{\"reason\": \"x\"}"));
        calls.put(
                "POST /api/orders/{orderNumber}/returns",
                () -> onOrder(delivered(), "/returns", "{\"reason\": \"OTHER\"}"));
        calls.put(
                "PUT /api/products/{sku}",
                () -> putting("/api/products/W-" + unique(), "{\"name\": \"W\", \"price\": 1, \"onHand\": 1}"));
        calls.put("PATCH /api/products/{sku}", () -> onProduct("PATCH", "", "{\"name\": \"W\"}"));
        calls.put(
                "POST /api/products/{sku}/stock",
                () -> onProduct("POST", "/stock", "{\"change\": 1, \"reason\": \"W\"}"));
        calls.put(
                "PUT /api/coupons/{code}",
                () -> putting(
                        "/api/coupons/W" + unique(), "{\"discountType\": \"AMOUNT\", \"value\": 1, \"maxUses\": 1}"));
        calls.put(
                "POST /api/reconciliations",
                () -> new Call(
                        "POST /api/reconciliations",
                        "ops",
                        "",
                        "{}",
                        true,
                        () -> ops.get("/api/reconciliations").at("/page/totalElements")));
        calls.put("POST /api/models/{key}/{version}/current", () -> onModel("/current", "{}"));
        calls.put("POST /api/models/{key}/{version}/migration", () -> onModel("/migration", "{\"dryRun\": true}"));
        calls.put("POST /webhooks/carrier", this::telling);
        calls.put("POST /webhooks/payments/{secret}", this::hinting);
        return calls;
    }

    /** The version that is current already. */
    private static Call onModel(String what, String body) {
        return new Call("POST /api/models/Order/1" + what, "analyst", "", body, true, NOTHING);
    }

    private Call placing() {
        String sku = product(999);
        return new Call(
                "POST /api/orders",
                "alice",
                "",
                body(sku, 1).toString(),
                true,
                () -> ops.get("/api/products/" + sku).number("/reserved"));
    }

    private Call onOrder(String number, String what, String body) {
        return new Call(
                "POST " + path(number, what),
                "alice",
                "",
                body,
                true,
                () -> order(number).toString()
                        + ops.get(path(number, "/events")).body()
                        + ops.get(path(number, "/returns")).body());
    }

    private Call onProduct(String method, String what, String body) {
        String path = "/api/products/" + product(1);
        return new Call(
                method + " " + path + what,
                "ops",
                "",
                body,
                true,
                () -> ops.get(path).body());
    }

    private Call putting(String path, String body) {
        return new Call(
                "PUT " + path, "ops", "", body, true, () -> ops.get(path).status());
    }

    private Call telling() {
        String id = unique();
        String body = event("shipment.in_transit", "\"trackingNumber\": \"T" + id + "\"");
        String time = String.valueOf(Instant.now().getEpochSecond());
        String headers = "webhook-id: " + id + "\r\nwebhook-timestamp: " + time + "\r\nwebhook-signature: v1,"
                + sign(id + "." + time + "." + body) + "\r\n";
        return new Call(
                "POST /webhooks/carrier",
                null,
                headers,
                body,
                false,
                () -> jdbc.queryForObject(
                        "select count(*) from carrier_event where tracking_number = ?", Long.class, "T" + id));
    }

    /** By itself a hint changes nothing. */
    private Call hinting() {
        return new Call("POST /webhooks/payments/" + PAYMENT_SECRET, null, "", "{}", false, NOTHING);
    }

    private String delivered() {
        String number = booked(product(1));
        told("shipment.delivered", number);
        awaitStatus(number, "COMPLETED");
        return number;
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    }
}
