package io.orderflow.payment.toss;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.orderflow.payment.GatewayUnavailable;
import io.orderflow.payment.PaymentGateway.Direction;
import io.orderflow.payment.PaymentGateway.Movement;
import io.orderflow.payment.PaymentGateway.Standing;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TossGatewayBooksTests extends TossTest {

    private static final String TRANSACTIONS = "/v1/transactions";
    private static final Instant FROM = Instant.parse("2026-11-20T15:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-21T15:00:00Z");
    private static final String WITHIN = "2026-11-21T12:11:34+09:00";

    // ---- one payment

    @ParameterizedTest
    @CsvSource({
        "DONE, 160200, 160200",
        "PARTIAL_CANCELED, 160200, 70000",
        "PARTIAL_CANCELED, 160200, 0",
        "CANCELED, 160200, 0"
    })
    void tellsWhatAPaymentHolds(String status, long charged, long balance) {
        toss.stubFor(get(PAYMENT_PATH).willReturn(ok(payment(status).put("balanceAmount", balance))));

        assertThat(gateway().standing(ORDER, KEY))
                .contains(new Standing(ORDER, KEY, status, Money.won(charged), Money.won(balance)));
    }

    @ParameterizedTest
    @CsvSource({"READY", "IN_PROGRESS", "WAITING_FOR_DEPOSIT", "ABORTED", "EXPIRED", "CANCELED"})
    void paymentThatWasNeverApprovedHoldsNothing(String status) {
        toss.stubFor(get(PAYMENT_PATH).willReturn(ok(payment(status).putNull("approvedAt"))));

        assertThat(gateway().standing(ORDER, KEY)).contains(new Standing(ORDER, KEY, status, Money.ZERO, Money.ZERO));
    }

    @Test
    void findsAPaymentByItsOrderToo() {
        toss.stubFor(get(PAYMENT_PATH).willReturn(error(404, "NOT_FOUND_PAYMENT")));
        toss.stubFor(get(ORDER_PATH).willReturn(ok(payment("DONE").put("paymentKey", "another"))));

        assertThat(gateway().standing(ORDER, KEY))
                .get()
                .extracting(Standing::paymentKey)
                .isEqualTo("another");
    }

    @Test
    void tellsWhoseAPaymentReallyIs() {
        toss.stubFor(get(PAYMENT_PATH).willReturn(ok(payment("DONE").put("orderId", "ORD-20261122-A3F8K2M8"))));

        assertThat(gateway().standing(ORDER, KEY))
                .get()
                .extracting(Standing::order)
                .isEqualTo(new OrderNumber("ORD-20261122-A3F8K2M8"));
    }

    @Test
    void knowsNothingOfAPaymentThatIsNotThere() {
        answerAll(error(404, "NOT_FOUND_PAYMENT"));

        assertThat(gateway().standing(ORDER, KEY)).isEmpty();
    }

    static Stream<ResponseDefinitionBuilder> incomplete() {
        return Stream.of(
                ok(payment("DONE").putNull("totalAmount")),
                ok(payment("DONE").putNull("balanceAmount")),
                ok(payment("DONE").put("orderId", "x")),
                ok(payment("DONE").putNull("paymentKey")),
                ok(payment("SOMETHING_NEW")),
                error(401, "UNAUTHORIZED_KEY"),
                error(500, "UNKNOWN_ERROR"));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void saysSoWhenAPaymentCannotBeRead(ResponseDefinitionBuilder answer) {
        answerAll(answer);

        assertThatThrownBy(() -> gateway().standing(ORDER, KEY)).isInstanceOf(GatewayUnavailable.class);
    }

    // ---- all movements

    @Test
    void readsEveryPageInKoreanTime() {
        page(null, transaction("T1", "DONE", 160_200, WITHIN), transaction("T2", "PARTIAL_CANCELED", 60_200, WITHIN));
        page("T2", transaction("T3", "CANCELED", -100_000, WITHIN));
        page("T3");

        List<Movement> movements = gateway().movements(FROM, TO);

        assertThat(movements)
                .containsExactlyInAnyOrder(
                        movement("T1", Direction.CHARGE, 160_200),
                        movement("T2", Direction.REFUND, 60_200),
                        movement("T3", Direction.REFUND, 100_000));
        toss.verify(
                3,
                getRequestedFor(urlPathEqualTo(TRANSACTIONS))
                        .withHeader("Authorization", equalTo(BASIC))
                        .withQueryParam("startDate", equalTo("2026-11-20T23:59:59"))
                        .withQueryParam("endDate", equalTo("2026-11-22T00:00:01"))
                        .withQueryParam("limit", equalTo("500")));
    }

    @Test
    void keepsToThePeriodAndToMoney() {
        page(
                null,
                transaction("T1", "DONE", 1, "2026-11-20T23:59:59.999+09:00"),
                transaction("T2", "DONE", 2, "2026-11-21T00:00:00+09:00"),
                transaction("T3", "DONE", 3, "2026-11-21T23:59:59.999+09:00"),
                transaction("T4", "DONE", 4, "2026-11-22T00:00:00+09:00"),
                transaction("T5", "WAITING_FOR_DEPOSIT", 5, WITHIN),
                transaction("T6", "ABORTED", 6, null));
        page("T6");

        assertThat(gateway().movements(FROM, TO)).extracting(Movement::key).containsExactlyInAnyOrder("T2", "T3");
    }

    static Stream<Consumer<ObjectNode>> nonsense() {
        return Stream.of(
                it -> it.remove("transactionKey"),
                it -> it.put("transactionKey", " "),
                it -> it.remove("paymentKey"),
                it -> it.remove("amount"),
                it -> it.put("amount", 0.5),
                it -> it.put("amount", 1e300),
                it -> it.put("amount", "1"),
                it -> it.remove("transactionAt"),
                it -> it.put("transactionAt", "yesterday"),
                it -> it.remove("status"),
                it -> it.put("status", "SOMETHING_NEW"));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void readsAllOrNothing(Consumer<ObjectNode> nonsense) {
        ObjectNode broken = transaction("T2", "DONE", 1, WITHIN);
        nonsense.accept(broken);
        page(null, transaction("T1", "DONE", 1, WITHIN), broken);
        page("T2");
        page("+");

        assertThatThrownBy(() -> gateway().movements(FROM, TO))
                .isInstanceOf(GatewayUnavailable.class)
                .hasMessageStartingWith("Toss told");
    }

    static Stream<ResponseDefinitionBuilder> unreadable() {
        return Stream.of(
                error(400, "INVALID_TRANSACTION_KEY"),
                error(401, "UNAUTHORIZED_KEY"),
                okJson("{}"),
                okJson("[1]"),
                okJson("<html>"),
                error(503, "X"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void saysSoWhenAPageCannotBeRead(ResponseDefinitionBuilder answer) {
        page(null, transaction("T1", "DONE", 1, WITHIN));
        toss.stubFor(get(urlPathEqualTo(TRANSACTIONS))
                .withQueryParam("startingAfter", equalTo("T1"))
                .willReturn(answer));

        assertThatThrownBy(() -> gateway().movements(FROM, TO)).isInstanceOf(GatewayUnavailable.class);
    }

    @Test
    void doesNotTurnInCircles() {
        page(null, transaction("T1", "DONE", 1, WITHIN));
        page("T1", transaction("T1", "DONE", 1, WITHIN));

        assertThatThrownBy(() -> gateway().movements(FROM, TO))
                .isInstanceOf(GatewayUnavailable.class)
                .hasMessageContaining("do not come to an end");
    }

    private void page(String after, ObjectNode... transactions) {
        String body = JsonNodeFactory.instance
                .arrayNode()
                .addAll(List.of(transactions))
                .toString();
        toss.stubFor(get(urlPathEqualTo(TRANSACTIONS))
                .withQueryParam("startingAfter", after == null ? absent() : equalTo(after))
                .willReturn(okJson(body)));
    }

    private static ObjectNode transaction(String key, String status, long amount, String at) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("mId", "tosspayments")
                .put("transactionKey", key)
                .put("paymentKey", KEY)
                .put("orderId", ORDER.value())
                .put("currency", "KRW")
                .put("useEscrow", false)
                .put("amount", amount)
                .put("status", status)
                .put("transactionAt", at);
    }

    private static Movement movement(String key, Direction direction, long won) {
        return new Movement(key, KEY, ORDER.value(), direction, Money.won(won), Instant.parse("2026-11-21T03:11:34Z"));
    }
}
