package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.Together;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

class OrderApiIdempotencyIntegrationTests extends OrderApiTest {

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionOperations transactions;

    private static Api keyed(Api api, String key) {
        return api.with("Idempotency-Key", key);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static void assertReplay(Api.Answer again, Api.Answer first) {
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.body()).isEqualTo(first.body());
        for (String header : new String[] {"Location", "Content-Type", "ETag"}) {
            assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
        }
    }

    @Test
    void placesOneOrderPerKey() {
        String sku = product(5);
        String key = "~ printable ! " + key();

        Api.Answer first = keyed(alice, key).post("/api/orders", body(sku, 1));
        Api.Answer again = keyed(alice, key).post("/api/orders", body(sku, 1));
        Api.Answer others = keyed(bob, key).post("/api/orders", body(sku, 1));

        assertReplay(again, first);
        assertThat(placed(others)).isNotEqualTo(placed(first));
        assertStock(sku, 5, 2);
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        String sku = product(5);
        String key = key();
        keyed(alice, key).post("/api/orders", body(sku, 1));

        Api.Answer answer = keyed(alice, key).post("/api/orders", body(sku, 2));

        assertProblem(answer, 422, "IDEMPOTENCY_KEY_REUSED");
        assertStock(sku, 5, 1);
    }

    @Test
    void remembersRefusals() {
        String sku = product(1);
        String key = key();
        ObjectNode body = body(sku, 2);
        Api.Answer outOfStock = keyed(alice, key).post("/api/orders", body);
        ops.put("/api/products/" + sku, "{\"name\": \"A thing\", \"price\": 10000, \"onHand\": 10}");

        assertReplay(keyed(alice, key).post("/api/orders", body), assertProblem(outOfStock, 409, "OUT_OF_STOCK"));
        for (ObjectNode refused : List.of(
                body("NO-SUCH", 1),
                body(sku, 1).put("couponCode", "NOSUCH"),
                body(sku, 1).put("expectedTotal", 1))) {
            String own = key();
            Api.Answer first = keyed(alice, own).post("/api/orders", refused);
            assertThat(first.status()).isIn(404, 409, 422);
            assertReplay(keyed(alice, own).post("/api/orders", refused), first);
        }
        assertStock(sku, 10, 0);
    }

    @Test
    void forgetsSlipsAndMissingRights() {
        String sku = product(1);
        String key = key();

        assertThat(keyed(alice, key).post("/api/orders", "{}").status()).isEqualTo(400);
        assertThat(keyed(alice, key)
                        .post("/api/orders", body(sku, 1).put("customerId", "bob"))
                        .status())
                .isEqualTo(403);
        Api.Answer placed = keyed(alice, key).post("/api/orders", body(sku, 1));

        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        assertThat(placed.header("Idempotency-Replayed")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void refusesKeysOfAnotherLength(int length) {
        assertProblem(
                keyed(alice, "x".repeat(length)).post("/api/orders", body("KEYBOARD-01", 1)), 400, "VALIDATION_FAILED");
    }

    @Test
    void repeatsThePaymentsAnswer() {
        String sku = product(3);
        String paid = place(sku, 1);
        String declined = place(sku, 1);
        String key = key();

        Api.Answer yes = keyed(alice, key).waiting(30).post(path(paid, "/payment"), pay("ok", PRICE));
        Api.Answer no = keyed(alice, key).waiting(30).post(path(declined, "/payment"), pay("decline", PRICE));
        alice.waiting(30).post(path(paid, "/cancellation"), "{}");

        assertThat(yes.status()).isEqualTo(200);
        assertThat(no.status()).isEqualTo(402);
        assertReplay(keyed(alice, key).post(path(paid, "/payment"), pay("ok", PRICE)), yes);
        assertReplay(keyed(alice, key).post(path(declined, "/payment"), pay("decline", PRICE)), no);
        assertProblem(
                keyed(alice, key).post(path(paid, "/payment"), pay("other", PRICE)), 422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void repeatsTheCancellationsAnswer() {
        String number = place(product(1), 1);
        String failed = place(product(1), 1);
        alice.waiting(30).post(path(failed, "/payment"), pay("decline", PRICE));
        String key = key();

        Api.Answer first = keyed(alice, key).post(path(number, "/cancellation"), "{\"reason\": \"x\"}");
        Api.Answer refused = keyed(alice, key).post(path(failed, "/cancellation"), "{}");

        assertThat(first.status()).isEqualTo(200);
        assertReplay(keyed(alice, key).post(path(number, "/cancellation"), "{\"reason\": \"x\"}"), first);
        assertReplay(
                keyed(alice, key).post(path(failed, "/cancellation"), "{}"),
                assertProblem(refused, 409, "CANNOT_CANCEL"));
    }

    @Test
    void runsOnlyOneOfManyAtOnce() throws Exception {
        String sku = product(10);
        Api once = keyed(alice, key());
        String body = body(sku, 1).toString();

        List<Object> answers = Together.run(6, i -> () -> once.post("/api/orders", body));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(((Api.Answer) answer).status()).isIn(201, 409));
        assertThat(answers.stream()
                        .map(Api.Answer.class::cast)
                        .filter(answer -> answer.status() == 201)
                        .map(answer -> answer.text("/orderNumber"))
                        .distinct())
                .hasSize(1);
        assertStock(sku, 10, 1);
    }

    /** As after a crash between the commit of the order and that of its answer. */
    @Test
    void findsTheFirstOrderWhereItsAnswerWasLost() {
        String sku = product(5);
        Api once = keyed(alice, key());
        Api.Answer first = once.post("/api/orders", body(sku, 1));
        Api missing = keyed(alice, key());
        Api.Answer refused = missing.post("/api/orders", body(sku, 9));
        transactions.executeWithoutResult(status -> database.update("delete from idempotency_record"));

        Api.Answer again = once.post("/api/orders", body(sku, 1));
        Api.Answer refusedAgain = missing.post("/api/orders", body(sku, 9));

        assertThat(placed(again)).isEqualTo(placed(first));
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(refusedAgain.json()).isEqualTo(refused.json());
        assertStock(sku, 5, 1);
    }

    @Test
    void findsTheFirstOrderEvenIfItWasRefundedForWantOfStock() {
        Api once = keyed(alice, key());
        ObjectNode body = body(product(5), 1);
        String first = placed(once.post("/api/orders", body));
        transactions.executeWithoutResult(status -> {
            database.update(
                    "update orders set status = 'REFUNDED', reason = 'OUT_OF_STOCK', paid_at = ordered_at where order_number = ?",
                    first);
            database.update("delete from idempotency_record");
        });

        Api.Answer again = once.post("/api/orders", body);

        assertThat(placed(again)).isEqualTo(first);
        assertThat(again.text("/status")).isEqualTo("REFUNDED");
    }
}
