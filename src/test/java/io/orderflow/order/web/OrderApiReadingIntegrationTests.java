package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

class OrderApiReadingIntegrationTests extends OrderApiTest {

    private static final String EIGHTH = "x2345678901234567890123456789012";
    /** 256 characters. */
    private static final String TOO_LONG = EIGHTH + EIGHTH + EIGHTH + EIGHTH + EIGHTH + EIGHTH + EIGHTH + EIGHTH;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionOperations transactions;

    @Test
    void sendsAnOrderOnlyWhenItHasChanged() {
        String number = place(product(1), 1);
        String etag = alice.get(path(number, "")).header("ETag");

        Api.Answer same = alice.with("If-None-Match", etag).get(path(number, ""));
        alice.waiting(30).post(path(number, "/cancellation"), "{}");
        Api.Answer changed = alice.with("If-None-Match", etag).get(path(number, ""));

        assertThat(etag).matches("\"[^\"]+\"");
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.header("ETag")).isEqualTo(etag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(etag);
    }

    @Test
    void tellsTheWholeStoryOldestFirst() {
        String number = paid(product(1), 1);
        alice.waiting(30).post(path(number, "/cancellation"), "{\"reason\": \"too \\\"late\\\"\"}");

        JsonNode events = alice.get(path(number, "/events")).json();

        assertThat(events.findValuesAsText("sequence"))
                .containsExactly(IntStream.rangeClosed(1, events.size())
                        .mapToObj(String::valueOf)
                        .toArray(String[]::new));
        assertThat(events.findValuesAsText("to").stream().filter(to -> !to.equals("null")))
                .containsExactly("CREATED", "PAID", "PROCESSING", "CANCELLED", "REFUNDED");
        assertThat(events.findValuesAsText("type"))
                .containsSubsequence(
                        "ORDER_PLACED",
                        "PAYMENT_SUBMITTED",
                        "ORDER_PAID",
                        "ORDER_IN_PREPARATION",
                        "CANCELLATION_REQUESTED",
                        "ORDER_CANCELLED",
                        "PAYMENT_REFUNDED",
                        "ORDER_REFUNDED");
        events.forEach(event -> assertThat(event.fieldNames())
                .toIterable()
                .containsExactly("sequence", "type", "from", "to", "reason", "actor", "occurredAt", "data"));
        assertThat(events.findValuesAsText("actor"))
                .allMatch(List.of("alice", "SYSTEM", "GATEWAY", "CARRIER")::contains);
        JsonNode wish = event(events, "CANCELLATION_REQUESTED");
        assertThat(wish.get("from").isNull() && wish.get("to").isNull()).isTrue();
        assertThat(wish.at("/data/comment").asText()).isEqualTo("too \"late\"");
        assertThat(event(events, "ORDER_CANCELLED").get("reason").asText()).isEqualTo("CUSTOMER_REQUEST");
    }

    private static JsonNode event(JsonNode events, String type) {
        return events.get(events.findValuesAsText("type").indexOf(type));
    }

    @Test
    void listsACustomersOrdersNewestFirst() {
        String sku = product(3);
        String first = placed(bob.post("/api/orders", body(sku, 1)));
        String second = placed(bob.post("/api/orders", body(sku, 1)));

        Api.Answer list = bob.get("/api/customers/bob/orders?size=2");
        Api.Answer next = bob.get("/api/customers/bob/orders?size=1&page=1");
        Api.Answer backwards = bob.get("/api/customers/bob/orders?sort=orderedAt,asc&size=100");

        assertThat(list.at("/content").findValuesAsText("orderNumber")).containsExactly(second, first);
        assertThat(list.at("/content/1/items/0/sku").asText()).isEqualTo(sku);
        assertThat(list.at("/page").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("size", "number", "totalElements", "totalPages");
        assertThat(next.text("/content/0/orderNumber")).isEqualTo(first);
        assertThat(next.at("/page/number").asInt()).isEqualTo(1);
        assertThat(next.number("/page/totalPages")).isEqualTo(next.number("/page/totalElements"));
        assertThat(backwards.at("/content").findValuesAsText("orderNumber")).containsSubsequence(first, second);
        assertThat(bob.get("/api/customers/bob/orders").at("/page/size").asInt())
                .isEqualTo(20);
        assertThat(bob.get("/api/customers/bob/orders?page=1000").at("/content"))
                .isEmpty();
    }

    @Test
    void findsOrdersByStatusCustomerAndDay() {
        String sku = product(5);
        String open = place(sku, 1);
        String called = place(sku, 1);
        alice.waiting(30).post(path(called, "/cancellation"), "{}");
        String his = placed(bob.post("/api/orders", body(sku, 1)));
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Seoul"));

        assertThat(found("status=CREATED")).contains(open, his).doesNotContain(called);
        assertThat(found("status=CANCELLED&customerId=alice")).contains(called).doesNotContain(open, his);
        assertThat(found("customerId=bob&from=%s&to=%s".formatted(today.minusDays(1), today)))
                .contains(his)
                .doesNotContain(open);
        assertThat(found("from=%s".formatted(today.plusDays(1)))).isEmpty();
        assertThat(found("to=%s".formatted(today.minusDays(2)))).doesNotContain(open);
        assertThat(found("from=%s&to=%s".formatted(today, today.minusDays(1)))).isEmpty();
        assertThat(found("customerId=nobody")).isEmpty();
        assertThat(found("from=0000-01-01&to=9999-12-31&sort=orderedAt,desc")).contains(his, called, open);
    }

    @Test
    void countsDaysInSeoulBothInclusive() {
        String sku = product(3);
        String last = placedAt(sku, "2031-05-01T14:59:59.999Z");
        String first = placedAt(sku, "2031-05-01T15:00:00.000Z");
        String late = placedAt(sku, "2031-05-02T14:59:59.999Z");

        assertThat(found("from=2031-05-01&to=2031-05-01")).containsExactly(last);
        assertThat(found("from=2031-05-02&to=2031-05-02")).containsExactly(late, first);
        assertThat(found("from=2031-05-01&to=2031-05-02")).containsExactly(late, first, last);
        assertThat(found("from=2031-05-03")).isEmpty();
    }

    private String placedAt(String sku, String time) {
        String number = placed(ops.post("/api/orders", body(sku, 1).put("customerId", "somebody in Seoul")));
        transactions.executeWithoutResult(status -> database.update(
                "update orders set ordered_at = ? where order_number = ?", OffsetDateTime.parse(time), number));
        return number;
    }

    private List<String> found(String query) {
        Api.Answer answer = ops.get("/api/orders?size=100&" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.at("/content").findValuesAsText("orderNumber");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=NONE",
                "status=created",
                "status=0",
                "from=today",
                "from=2026-13-01",
                "to=2026-02-30",
                "to=20260101",
                "from=2026-01-01T00:00:00Z",
                "page=-1",
                "page=x",
                "page=99999999999",
                "size=0",
                "size=101",
                "size=x",
                "sort=secret",
                "sort=orderedAt,up",
                "customerId=",
                "customerId=%20",
                "customerId=" + TOO_LONG
            })
    void refusesQueriesThatMakeNoSense(String query) {
        Api.Answer answer = assertProblem(ops.get("/api/orders?" + query), 400, "VALIDATION_FAILED");

        assertThat(answer.text("/errors/0/field")).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice/orders?page=-1",
                "alice/orders?size=101",
                "alice/orders?size=0",
                "alice/orders?sort=secret",
                "alice/orders?page=x"
            })
    void refusesPagesThatMakeNoSense(String path) {
        assertProblem(alice.get("/api/customers/" + path), 400, "VALIDATION_FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%20", TOO_LONG})
    void knowsNoCustomersOfImpossibleNames(String customer) {
        assertProblem(ops.get("/api/customers/" + customer + "/orders"), 404, "CUSTOMER_NOT_FOUND");
    }
}
