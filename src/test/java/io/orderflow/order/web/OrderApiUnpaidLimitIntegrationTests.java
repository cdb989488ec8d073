package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.Statements;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One customer cannot empty the shelf. */
class OrderApiUnpaidLimitIntegrationTests extends OrderApiLimitTest {

    @Test
    void refusesOneUnpaidOrderTooManyAndChangesNothing() {
        placeDifferent(4);
        String sku = product(5);
        List<Long> before = rows();

        Api.Answer answer = assertProblem(alice.post("/api/orders", body(sku, 1)), 409, "TOO_MANY_UNPAID_ORDERS");

        assertThat(answer.number("/limit")).isEqualTo(4);
        assertThat(answer.text("/detail")).contains("At most 4 orders").contains("Pay or cancel");
        assertThat(rows()).isEqualTo(before);
        assertStock(sku, 5, 0);
        placed(bob.post("/api/orders", body(sku, 1)));
    }

    @Test
    void refusesOneUnpaidPieceTooManyAndChangesNothing() {
        String sku = product(50);
        place(sku, 4);
        place(sku, 2);
        List<Long> before = rows();

        Api.Answer answer = assertProblem(alice.post("/api/orders", body(sku, 1)), 409, "TOO_MANY_UNPAID_PIECES");

        assertThat(answer.number("/limit")).isEqualTo(6);
        assertThat(answer.text("/sku")).isEqualTo(sku);
        assertThat(answer.text("/detail")).contains("At most 6 pieces of " + sku);
        assertThat(rows()).isEqualTo(before);
        assertStock(sku, 50, 6);
        place(product(50), 6);
    }

    @Test
    void looksAtEveryLineOfAnOrder() {
        String little = product(50);
        String much = product(50);
        place(much, 6);
        ObjectNode both = body(little, 1);
        both.withArray("items").addObject().put("sku", much).put("quantity", 1);

        assertProblem(alice.post("/api/orders", both), 409, "TOO_MANY_UNPAID_PIECES");
        assertStock(little, 50, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "paid", "declined", "expired"})
    void makesRoomAtOnceForWhatIsNoLongerUnpaid(String end) {
        List<String> numbers = placeDifferent(3);
        String sku = product(50);
        numbers.add(place(sku, 6));
        alice.post("/api/orders", body(sku, 1));

        for (String number : numbers) {
            switch (end) {
                case "cancelled" ->
                    assertThat(alice.post(path(number, "/cancellation"), "{}").status())
                            .isEqualTo(200);
                case "expired" -> clock.advance(Duration.ofMinutes(15));
                default ->
                    assertThat(alice.waiting(30)
                                    .post(
                                            path(number, "/payment"),
                                            pay(
                                                    end.equals("paid") ? "ok" : "decline",
                                                    order(number)
                                                            .get("paymentAmount")
                                                            .asLong()))
                                    .status())
                            .isIn(200, 402);
            }
        }

        placeDifferent(3);
        place(sku, 6);
        assertProblem(alice.post("/api/orders", body(product(1), 1)), 409, "TOO_MANY_UNPAID_ORDERS");
    }

    @Test
    void countsAnOrderUntilTheOutcomeOfItsPaymentIsKnown() {
        placeDifferent(3);
        String number = place(product(1), 1);
        assertThat(alice.waiting(0)
                        .post(path(number, "/payment"), pay("timeout-" + number, PRICE))
                        .status())
                .isEqualTo(202);

        Api.Answer meanwhile = alice.post("/api/orders", body(product(1), 1));
        awaitStatus(number, "PROCESSING");
        place(product(1), 1);

        assertProblem(meanwhile, 409, "TOO_MANY_UNPAID_ORDERS");
    }

    @Test
    void doesNotCountWhatWasOutOfStock() {
        for (int i = 0; i < 6; i++) {
            assertProblem(alice.post("/api/orders", body(product(1), 9)), 409, "OUT_OF_STOCK");
        }

        placeDifferent(4);
        assertProblem(alice.post("/api/orders", body(product(1), 2)), 409, "OUT_OF_STOCK");
    }

    @Test
    void namesTheTimeUntilTheNextReservationEnds() {
        String sku = product(50);
        place(sku, 6);
        clock.advance(Duration.ofMinutes(5));
        placeDifferent(2);
        Api.Answer pieces = alice.post("/api/orders", body(sku, 1));
        place(product(50), 1);
        Api.Answer orders = alice.post("/api/orders", body(product(50), 1));

        assertThat(Long.parseLong(pieces.header("Retry-After"))).isBetween(400L, 600L);
        assertThat(Long.parseLong(orders.header("Retry-After"))).isBetween(400L, 600L);
    }

    @Test
    void promisesNothingWhereTheOrderIsTooMuchByItself() {
        Api.Answer answer =
                assertProblem(alice.post("/api/orders", body(product(50), 7)), 409, "TOO_MANY_UNPAID_PIECES");

        assertThat(answer.header("Retry-After")).isNull();
    }

    @Test
    void neverRefusesOpsButCountsTheirsForTheCustomer() {
        for (int i = 0; i < 5; i++) {
            placed(ops.post("/api/orders", body(product(50), 9).put("customerId", "alice")));
        }

        assertProblem(alice.post("/api/orders", body(product(1), 1)), 409, "TOO_MANY_UNPAID_ORDERS");
        placed(bob.post("/api/orders", body(product(1), 1)));
    }

    @Test
    void speaksBothLanguages() {
        Api korean = alice.with("Accept-Language", "ko");
        Api.Answer pieces = korean.post("/api/orders", body(product(50), 7));
        placeDifferent(4);
        Api.Answer orders = korean.post("/api/orders", body(product(1), 1));

        assertThat(pieces.text("/detail")).contains("6개까지").contains(pieces.text("/sku"));
        assertThat(orders.text("/detail")).contains("4건까지");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neverTakesMoreOrdersHoweverManyComeAtOnce(boolean first) throws Exception {
        forgetCountsIf(first);
        List<String> skus = Stream.generate(() -> product(50)).limit(20).toList();

        List<Api.Answer> answers = atOnce(20, i -> body(skus.get(i), 1));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(4);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(16)
                .allSatisfy(answer -> assertProblem(answer, 409, "TOO_MANY_UNPAID_ORDERS"));
        assertThat(skus.stream().filter(sku -> ops.get("/api/products/" + sku).number("/reserved") == 1))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neverTakesMorePiecesHoweverManyComeAtOnce(boolean first) throws Exception {
        forgetCountsIf(first);
        String sku = product(100);

        List<Api.Answer> answers = atOnce(20, i -> body(sku, 2));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(17)
                .allSatisfy(answer -> assertProblem(answer, 409, "TOO_MANY_UNPAID_PIECES"));
        assertStock(sku, 100, 6);
    }

    @Test
    void takesTheSameRequestOnceThereIsRoomForIt() {
        List<String> numbers = placeDifferent(4);
        ObjectNode body = body(product(1), 1);
        Api once = keyed();
        assertProblem(once.post("/api/orders", body), 409, "TOO_MANY_UNPAID_ORDERS");
        assertProblem(once.post("/api/orders", body), 409, "TOO_MANY_UNPAID_ORDERS");

        alice.post(path(numbers.get(0), "/cancellation"), "{}");

        placed(once.post("/api/orders", body));
    }

    @Test
    void countsOrdersThatAreOlderThanTheStoredCounts() {
        placeDifferent(4);
        forgetCountsIf(true);

        assertProblem(alice.post("/api/orders", body(product(1), 1)), 409, "TOO_MANY_UNPAID_ORDERS");
    }

    @Test
    void costsOneStatementWhileThereIsRoom() throws Exception {
        place(product(1), 1);
        place(product(1), 1); // may count anew what has expired
        String sku = product(1);

        List<String> statements = Statements.ofAll(() -> place(sku, 1));

        assertThat(statements).filteredOn(sql -> sql.contains("unpaid_tally")).hasSize(1);
        assertThat(statements)
                .filteredOn(sql -> sql.matches("select .* from orders .*order_line.*customer_id.*"))
                .isEmpty();
    }
}
