package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.Together;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** What ops makes of the shelf while customers buy from it. */
class CatalogueApiIntegrationTests extends OrderApiTest {

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionOperations transactions;

    private String sku;
    private String path;

    @BeforeEach
    void shelve() {
        sku = product(10);
        path = "/api/products/" + sku;
    }

    private static String product(String name, long price, long onHand) {
        return "{\"name\": \"%s\", \"price\": %d, \"onHand\": %d}".formatted(name, price, onHand);
    }

    private static String stock(long change, String reason) {
        return "{\"change\": %d, \"reason\": \"%s\"}".formatted(change, reason);
    }

    private String tag() {
        return ops.get(path).header("ETag");
    }

    private Api matching(String tags) {
        return ops.with("If-Match", tags);
    }

    private List<String> rows() {
        return database.query(
                "select changed_by, reason, pieces, count_after from stock_change where sku = ? order by changed_at, change_id",
                (row, number) ->
                        "%s %s %+d %d".formatted(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
                sku);
    }

    @Test
    void sellsNothingTwiceBecauseOfANewPrice() {
        String seen = tag();
        paid(sku, 4);

        Api.Answer late = matching(seen).put(path, product("A thing", 12_000, 10));
        Api.Answer lateAgain = matching(seen).patch(path, "{\"price\": 12000, \"onHand\": 10}");

        assertProblem(late, 412, "PRECONDITION_FAILED");
        assertProblem(lateAgain, 412, "PRECONDITION_FAILED");
        assertStock(sku, 6, 0);
        assertThat(ops.get(path).number("/price")).isEqualTo(PRICE);
        Api.Answer fresh = matching(tag()).put(path, product("A thing", 12_000, 6));
        assertThat(fresh.status()).as(fresh.body()).isEqualTo(200);
        assertStock(sku, 6, 0);
    }

    @Test
    void savesANewPriceWhateverIsSold() {
        paid(sku, 4);

        Api.Answer answer = ops.patch(path, "{\"price\": 12000}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.number("/price")).isEqualTo(12_000);
        assertThat(answer.text("/name")).isEqualTo("A thing");
        assertStock(sku, 6, 0);
        assertThat(rows()).containsExactly("ops SET +10 10");
    }

    @Test
    void lettingOrdersReserveLetsWritersWrite() {
        String seen = tag();
        place(sku, 4);

        Api.Answer answer = matching(seen).patch(path, "{\"price\": 12000}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertStock(sku, 10, 4);
    }

    @Test
    void sendsAProductOnlyWhenItHasChanged() {
        String etag = tag();

        Api.Answer same = alice.with("If-None-Match", etag).get(path);
        place(sku, 1);
        Api.Answer reserved = alice.with("If-None-Match", etag).get(path);
        Api.Answer now = alice.with("If-None-Match", reserved.header("ETag")).get(path);

        assertThat(etag).matches("\"[^\"]+\"");
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.header("ETag")).isEqualTo(etag);
        assertThat(reserved.status()).isEqualTo(200);
        assertThat(reserved.number("/available")).isEqualTo(9);
        assertThat(now.status()).isEqualTo(304);
    }

    @Test
    void givesANewTagWithEveryChange() {
        String first = tag();
        Api.Answer replaced = ops.put(path, product("Other", PRICE, 10));
        Api.Answer changed = ops.patch(path, "{\"price\": 1}");
        Api.Answer moved = ops.post(path + "/stock", stock(1, "Found"));

        assertThat(List.of(first, replaced.header("ETag"), changed.header("ETag"), moved.header("ETag")))
                .doesNotHaveDuplicates()
                .allMatch(tag -> tag.matches("\"[^\"]+\""));
        assertThat(moved.header("ETag")).isEqualTo(tag());
        assertThat(matching("\"x\", " + moved.header("ETag"))
                        .patch(path, "{\"price\": 2}")
                        .status())
                .isEqualTo(200);
        assertThat(matching("*").patch(path, "{\"price\": 3}").status()).isEqualTo(200);
        assertProblem(matching("W/" + tag()).patch(path, "{\"price\": 4}"), 412, "PRECONDITION_FAILED");
        assertProblem(matching(tag() + ", *").patch(path, "{\"price\": 4}"), 400, "VALIDATION_FAILED");
        assertThat(matching("x").patch(path, "{\"price\": 4}").text("/errors/0/field"))
                .isEqualTo("If-Match");
    }

    @Test
    void makesNoProductWhereOneWasExpected() {
        String missing = path + "-NOT";

        assertProblem(matching("*").put(missing, product("A", 1, 1)), 412, "PRECONDITION_FAILED");
        assertProblem(matching("\"x\"").put(missing, product("A", 1, 1)), 412, "PRECONDITION_FAILED");
        assertProblem(matching("\"x\"").patch(missing, "{\"price\": 1}"), 404, "PRODUCT_NOT_FOUND");
        assertProblem(ops.post(missing + "/stock", stock(1, "x")), 404, "PRODUCT_NOT_FOUND");
        assertThat(ops.get(missing).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void onlyOneOfTwoThatSawTheSameWrites(String method) throws Exception {
        for (int round = 0; round < 5; round++) {
            String seen = tag();
            String suffix = method + round;

            List<Object> answers = Together.run(
                    2,
                    i -> () -> matching(seen)
                            .with("Content-Type", "application/json")
                            .send(method, path, product("From " + i + suffix, PRICE, 10))
                            .status());

            assertThat(answers).containsExactlyInAnyOrder(200, 412);
        }
    }

    @Test
    void movesAtOnceAddUp() throws Exception {
        List<Object> answers = Together.run(
                8,
                i -> () -> ops.post(path + "/stock", stock(i % 2 == 0 ? -1 : 3, "Move " + i))
                        .status());

        assertThat(answers).containsOnly(200);
        assertStock(sku, 18, 0);
        assertThat(rows()).hasSize(9).last().asString().endsWith(" 18");
    }

    @Test
    void keepsWhoAndWhy() {
        Api.Answer moved = ops.post(path + "/stock", stock(-3, "Fell off the shelf"));
        ops.put(path, product("A thing", PRICE, 9));
        ops.patch(path, "{\"onHand\": 8}");
        ops.patch(path, "{\"name\": \"Renamed\"}");

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.number("/onHand")).isEqualTo(7);
        assertThat(rows())
                .containsExactly("ops SET +10 10", "ops Fell off the shelf -3 7", "ops SET +2 9", "ops SET -1 8");
    }

    @Test
    void movesOncePerKey() {
        Api once = ops.with("Idempotency-Key", UUID.randomUUID().toString());
        Api.Answer first = once.post(path + "/stock", stock(-3, "Broken"));

        Api.Answer again = once.post(path + "/stock", stock(-3, "Broken"));
        assertProblem(once.post(path + "/stock", stock(-4, "Broken")), 422, "IDEMPOTENCY_KEY_REUSED");
        transactions.executeWithoutResult(status -> database.update("delete from idempotency_record"));
        Api.Answer afterACrash = once.post(path + "/stock", stock(-3, "Broken"));

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(afterACrash.json()).isEqualTo(first.json());
        assertStock(sku, 7, 0);
        assertThat(rows()).hasSize(2);
    }

    @Test
    void repeatsAPatchUnderItsKey() {
        Api once = matching(tag()).with("Idempotency-Key", UUID.randomUUID().toString());

        Api.Answer first = once.patch(path, "{\"onHand\": 3}");
        Api.Answer again = once.patch(path, "{\"onHand\": 3}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void keepsWhatOrdersHold() {
        place(sku, 4);

        for (Api.Answer answer : List.of(
                ops.put(path, product("A thing", 1, 3)),
                ops.patch(path, "{\"price\": 1, \"onHand\": 3}"),
                ops.post(path + "/stock", stock(-7, "x")),
                ops.post(path + "/stock", stock(-11, "x")))) {
            assertProblem(answer, 409, "STOCK_RESERVED");
            assertThat(answer.number("/reserved")).isEqualTo(4);
            assertThat(answer.text("/detail")).contains(" 4 ");
        }
        assertStock(sku, 10, 4);
        assertThat(ops.get(path).number("/price")).isEqualTo(PRICE);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void saysWhatTheCountCannotBe() {
        Api.Answer less = ops.post(path + "/stock", stock(-11, "x"));
        Api.Answer more = ops.with("Accept-Language", "ko").post(path + "/stock", stock(999_999_991, "x"));

        assertProblem(less, 409, "STOCK_OUT_OF_RANGE");
        assertThat(less.text("/detail")).contains("-1 pieces", "0 to 1,000,000,000");
        assertProblem(more, 409, "STOCK_OUT_OF_RANGE");
        assertThat(more.text("/detail")).contains("1,000,000,001개");
        assertStock(sku, 10, 0);
        assertThat(rows()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "body | {}",
                "body | null",
                "name | {\"name\": null}",
                "price | {\"price\": null, \"onHand\": 1}",
                "onHand | {\"onHand\": null}",
                "colour | {\"price\": 1, \"colour\": \"red\"}",
                "sku | {\"price\": 1, \"sku\": \"X\"}",
                "price | {\"price\": \"1\"}",
                "onHand | {\"onHand\": 1.5}",
                "name | {\"name\": \" \"}",
                "name | {\"name\": 1}",
                "price | {\"price\": -1}",
                "onHand | {\"onHand\": 1000000001}",
                "body | []",
                "body | {",
                "price | {\"price\": 1, \"price\": 2}"
            })
    void refusesPatchesThatMakeNoSense(String field, String body) {
        Api.Answer answer = assertProblem(ops.patch(path, body), 400, "VALIDATION_FAILED");

        assertThat(answer.text("/errors/0/field")).as(answer.body()).isIn(field, "body");
        assertThat(ops.get(path).number("/price")).isEqualTo(PRICE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "change | {\"reason\": \"x\"}",
                "reason | {\"change\": 1}",
                "change | {\"change\": 0, \"reason\": \"x\"}",
                "change | {\"change\": null, \"reason\": \"x\"}",
                "reason | {\"change\": 1, \"reason\": null}",
                "reason | {\"change\": 1, \"reason\": \"\"}",
                "change | {\"change\": 0.5, \"reason\": \"x\"}",
                "change | {\"change\": 99999999999999999999, \"reason\": \"x\"}",
                "onHand | {\"change\": 1, \"reason\": \"x\", \"onHand\": 1}"
            })
    void refusesMovesThatMakeNoSense(String field, String body) {
        Api.Answer answer = assertProblem(ops.post(path + "/stock", body), 400, "VALIDATION_FAILED");

        assertThat(answer.text("/errors/0/field")).as(answer.body()).isEqualTo(field);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void refusesAConditionWhereNoneIsEvaluated() {
        assertProblem(matching(tag()).post(path + "/stock", stock(1, "x")), 412, "PRECONDITION_FAILED");
        assertProblem(ops.with("If-None-Match", "*").put(path, product("A", 1, 1)), 412, "PRECONDITION_FAILED");
        assertProblem(alice.patch(path, "{\"price\": 1}"), 403, "FORBIDDEN");
        assertProblem(alice.post(path + "/stock", stock(1, "x")), 403, "FORBIDDEN");
    }
}
