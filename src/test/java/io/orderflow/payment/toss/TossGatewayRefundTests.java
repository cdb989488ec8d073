package io.orderflow.payment.toss;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.payment.PaymentGateway.NotDone;
import io.orderflow.payment.PaymentGateway.OurFault;
import io.orderflow.payment.PaymentGateway.Refund;
import io.orderflow.payment.PaymentGateway.RefundAnswer;
import io.orderflow.payment.PaymentGateway.Refunded;
import io.orderflow.payment.PaymentGateway.Refused;
import io.orderflow.payment.PaymentGateway.Unknown;
import io.orderflow.shared.Money;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TossGatewayRefundTests extends TossTest {

    private static final String REASON = "Refund " + REFUND_ID;
    private static final ObjectNode EARLIER = cancel("TX-0", 40_000, "Refund " + ORDER + "-R0");

    // ---- cancel

    @Test
    void cancelsAnAmountUnderItsId() {
        answerAll(ok(cancelled("PARTIAL_CANCELED", 100_000, EARLIER, cancel("TX-1", 60_200, REASON))));

        assertThat(gateway().refund(REFUND)).isEqualTo(new Refunded("TX-1"));
        toss.verify(
                1,
                postRequestedFor(urlEqualTo(CANCEL_PATH))
                        .withHeader("Authorization", equalTo(BASIC))
                        .withHeader("Idempotency-Key", equalTo(REFUND.idempotencyKey()))
                        .withRequestBody(
                                equalToJson("{\"cancelReason\": \"%s\", \"cancelAmount\": 60200}".formatted(REASON))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELED", "PARTIAL_CANCELED"})
    void takesBalanceAndNotStatusForTheTruth(String status) {
        Refund rest = new Refund(REFUND_ID, ORDER, KEY, Money.won(60_200), Money.won(60_200), REFUND.idempotencyKey());
        answerAll(ok(cancelled(status, 0, EARLIER, cancel("TX-1", 60_200, REASON))));

        assertThat(gateway().refund(rest)).isEqualTo(new Refunded("TX-1"));
    }

    @Test
    void needsNoStatusOfTheCancel() {
        ObjectNode cancel = cancel("TX-1", 60_200, REASON);
        cancel.remove("cancelStatus");
        answerAll(ok(cancelled("PARTIAL_CANCELED", 100_000, cancel)));

        assertThat(gateway().refund(REFUND)).isEqualTo(new Refunded("TX-1"));
    }

    static Stream<ObjectNode> contradictions() {
        ObjectNode cancel = cancel("TX-1", 60_200, REASON);
        return Stream.of(
                payment("DONE"),
                cancelled("PARTIAL_CANCELED", 100_001, cancel),
                cancelled("PARTIAL_CANCELED", 160_200, cancel),
                cancelled("PARTIAL_CANCELED", 100_000),
                cancelled("PARTIAL_CANCELED", 100_000, cancel("TX-1", 60_201, REASON)),
                cancelled("PARTIAL_CANCELED", 100_000, cancel("TX-1", 60_200, REASON + "0")),
                cancelled("PARTIAL_CANCELED", 100_000, cancel("", 60_200, REASON)),
                cancelled(
                        "PARTIAL_CANCELED",
                        100_000,
                        cancel("TX-1", 60_200, REASON).put("cancelStatus", "IN_PROGRESS")),
                cancelled("PARTIAL_CANCELED", 100_000, cancel).put("orderId", "ORD-20261122-A3F8K2M8"),
                cancelled("PARTIAL_CANCELED", 100_000, cancel).put("paymentKey", "tviva20261122091530AnotH"),
                cancelled("PARTIAL_CANCELED", 100_000, cancel).put("totalAmount", 160_199),
                cancelled("PARTIAL_CANCELED", 100_000, cancel).put("balanceAmount", "100000"),
                cancelled("PARTIAL_CANCELED", 100_000, cancel).put("currency", "USD"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void contradictionsAreNoRefund(ObjectNode payment) {
        answerAll(ok(payment));

        assertThat(gateway().refund(REFUND))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.what()).contains("60200 won", "160200 won held"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REFUND_REJECTED",
                "EXCEED_MAX_REFUND_DUE",
                "NOT_ALLOWED_PARTIAL_REFUND",
                "EXCEED_CANCEL_AMOUNT_DISCOUNT_AMOUNT"
            })
    void finalCodesAreRefusals(String code) {
        answerAll(error(400, code));

        assertThat(gateway().refund(REFUND)).isEqualTo(new Refused(code, "words about " + code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNAUTHORIZED_KEY",
                "INVALID_API_KEY",
                "INVALID_REQUEST",
                "FORBIDDEN_REQUEST",
                "INCORRECT_BASIC_AUTH_FORMAT",
                "INVALID_IDEMPOTENCY_KEY"
            })
    void codesOfOurOwnMakingRefuseNothing(String code) {
        answerAll(error(401, code));

        assertThat(gateway().refund(REFUND)).isEqualTo(new OurFault(code, "words about " + code));
        assertThat(gateway().lookUp(REFUND)).isEqualTo(new OurFault(code, "words about " + code));
    }

    @ParameterizedTest
    @CsvSource({
        "400, PROVIDER_ERROR",
        "409, IDEMPOTENT_REQUEST_PROCESSING",
        "429, TOO_MANY_REQUESTS",
        "500, FAILED_REFUND_PROCESS",
        "400, SOMETHING_NEW",
        "403, REJECT_CARD_COMPANY",
        "403, EXCEED_MAX_AMOUNT",
        "404, NOT_FOUND_PAYMENT"
    })
    void otherCodesSayNothing(int status, String code) {
        answerAll(error(status, code));

        assertThat(gateway().refund(REFUND))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.what()).contains("HTTP " + status, code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALREADY_CANCELED_PAYMENT",
                "NOT_CANCELABLE_AMOUNT",
                "NOT_CANCELABLE_PAYMENT",
                "NOT_MATCHES_REFUNDABLE_AMOUNT"
            })
    void looksUpWhatMayBeDoneAlready(String code) {
        toss.stubFor(post(CANCEL_PATH).willReturn(error(400, code)));
        toss.stubFor(get(PAYMENT_PATH)
                .willReturn(ok(cancelled("PARTIAL_CANCELED", 100_000, cancel("TX-1", 60_200, REASON)))));
        RefundAnswer done = gateway().refund(REFUND);
        toss.stubFor(get(PAYMENT_PATH).willReturn(ok(payment("DONE"))));
        RefundAnswer notDone = gateway().refund(REFUND);

        assertThat(done).isEqualTo(new Refunded("TX-1"));
        assertThat(notDone)
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.what()).contains(code, "balance 160200"));
    }

    // ---- look-up

    @Test
    void recognisesARefundWhateverTheBalance() {
        ObjectNode later = cancel("TX-2", 50_000, "Refund " + ORDER + "-R10");
        answerAll(ok(cancelled("PARTIAL_CANCELED", 50_000, later, cancel("TX-1", 60_200, REASON))));

        assertThat(gateway().lookUp(REFUND)).isEqualTo(new Refunded("TX-1"));
    }

    @Test
    void refundThatTheGatewayDoesNotHaveIsNotDone() {
        answerAll(ok(payment("DONE")));

        assertThat(gateway().lookUp(REFUND)).isInstanceOf(NotDone.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-R10", "-R1-2", "-R1_x", "-R2"})
    void doesNotTakeALongerIdForItsOwn(String another) {
        answerAll(ok(cancelled("PARTIAL_CANCELED", 100_000, cancel("TX-1", 60_200, "Refund " + ORDER + another))));

        assertThat(gateway().lookUp(REFUND))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.what()).contains("160200 won held", "balance 100000"));
    }

    static Stream<ObjectNode> unclear() {
        ObjectNode cancel = cancel("TX-1", 60_200, REASON);
        return Stream.of(
                payment("DONE").put("orderId", "ORD-20261122-A3F8K2M8"),
                payment("DONE").putNull("balanceAmount"),
                cancelled("PARTIAL_CANCELED", 100_000, cancel("TX-1", 60_199, REASON)),
                cancelled(
                        "PARTIAL_CANCELED",
                        160_200,
                        cancel("TX-1", 60_200, REASON).put("cancelStatus", "ABORTED")),
                cancelled("PARTIAL_CANCELED", 100_000, cancel).put("paymentKey", "tviva20261122091530AnotH"),
                cancelled("CANCELED", 0));
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void whatDoesNotFitIsUnknown(ObjectNode payment) {
        answerAll(ok(payment));

        assertThat(gateway().lookUp(REFUND))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.what()).contains(REFUND_ID.value()));
    }

    @Test
    void paymentThatIsGoneIsUnknown() {
        answerAll(error(404, "NOT_FOUND_PAYMENT"));

        assertThat(gateway().lookUp(REFUND)).isInstanceOf(Unknown.class);
    }
}
