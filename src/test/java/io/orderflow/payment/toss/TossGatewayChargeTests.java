package io.orderflow.payment.toss;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.payment.PaymentGateway.Approved;
import io.orderflow.payment.PaymentGateway.Charge;
import io.orderflow.payment.PaymentGateway.ChargeAnswer;
import io.orderflow.payment.PaymentGateway.Declined;
import io.orderflow.payment.PaymentGateway.NotDone;
import io.orderflow.payment.PaymentGateway.OurFault;
import io.orderflow.payment.PaymentGateway.Unknown;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TossGatewayChargeTests extends TossTest {

    // ---- confirm

    @Test
    void confirmsWithKeyOrderAndAmount() {
        answerAll(ok(payment("DONE")));

        ChargeAnswer answer = gateway().charge(CHARGE);

        assertThat(answer).isEqualTo(new Approved(APPROVED_AT));
        toss.verify(
                1,
                postRequestedFor(urlEqualTo(CONFIRM_PATH))
                        .withHeader("Authorization", equalTo(BASIC))
                        .withHeader("Idempotency-Key", equalTo(CHARGE.idempotencyKey()))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withRequestBody(equalToJson("""
                        {"paymentKey": "%s", "orderId": "%s", "amount": 160200}""".formatted(KEY, ORDER))));
        assertThat(toss.findAll(postRequestedFor(anyUrl()))).hasSize(1);
    }

    @Test
    void logsTraceAndStatusUnderAMaskedPath() {
        toss.stubFor(get(anyUrl()).willReturn(ok(payment("DONE"))));
        toss.stubFor(
                post(anyUrl()).willReturn(error(400, "PROVIDER_ERR").withHeader("x-tosspayments-trace-id", "77aa")));

        gateway().lookUp(CHARGE);
        gateway().refund(REFUND);

        assertThat(logged())
                .contains(
                        "INFO Toss GET /v1/payments/***IlD7: HTTP 200, trace 3f2a1b9c",
                        "INFO Toss POST /v1/payments/***IlD7/cancel: HTTP 400 PROVIDER_ERR words about PROVIDER_ERR, trace 77aa");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REJECT_CARD_COMPANY",
                "REJECT_CARD_PAYMENT",
                "REJECT_ACCOUNT_PAYMENT",
                "INVALID_REJECT_CARD",
                "INVALID_STOPPED_CARD",
                "INVALID_CARD_EXPIRATION",
                "INVALID_CARD_NUMBER",
                "INVALID_CARD_LOST_OR_STOLEN",
                "INVALID_CARD_INSTALLMENT_PLAN",
                "EXCEED_MAX_DAILY_PAYMENT_COUNT",
                "EXCEED_MAX_PAYMENT_AMOUNT",
                "EXCEED_MAX_AMOUNT",
                "BELOW_MINIMUM_AMOUNT",
                "NOT_ALLOWED_POINT_USE",
                "INVALID_PASSWORD",
                "FDS_ERROR",
                "NOT_FOUND_PAYMENT_SESSION"
            })
    void finalCodesDecline(String code) {
        answerAll(error(403, code));

        assertThat(gateway().charge(CHARGE)).isEqualTo(new Declined(code));
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
    void codesOfOurOwnMakingDeclineNobody(String code) {
        answerAll(error(400, code));

        assertThat(gateway().charge(CHARGE)).isEqualTo(new OurFault(code, "words about " + code));
        assertThat(gateway().lookUp(CHARGE)).isEqualTo(new OurFault(code, "words about " + code));
    }

    @ParameterizedTest
    @CsvSource({
        "400, PROVIDER_ERROR",
        "409, IDEMPOTENT_REQUEST_PROCESSING",
        "429, TOO_MANY_REQUESTS",
        "500, FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING",
        "400, SOMETHING_NEW",
        "400, EXCEED_MAX_REFUND_DUE",
        "403, REFUND_REJECTED",
        "404, NOT_FOUND_PAYMENT",
        "400, reject_card_company",
        "400, ''"
    })
    void otherCodesSayNothing(int status, String code) {
        answerAll(error(status, code));

        assertThat(gateway().charge(CHARGE))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.what()).contains("HTTP " + status));
    }

    static Stream<Consumer<ObjectNode>> contradictions() {
        return Stream.of(
                it -> it.put("paymentKey", "tviva20261122091530AnotH"),
                it -> it.put("orderId", "ORD-20261122-A3F8K2M8"),
                it -> it.put("totalAmount", 160_201),
                it -> it.put("totalAmount", 160_200.5),
                it -> it.put("totalAmount", "160200"),
                it -> it.put("totalAmount", -160_200),
                it -> it.put("totalAmount", 1e300),
                it -> it.putNull("totalAmount"),
                it -> it.remove("orderId"),
                it -> it.remove("paymentKey"),
                it -> it.remove("status"),
                it -> it.removeAll(),
                it -> it.put("currency", "USD"),
                it -> it.put("status", "SOMETHING_NEW"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void contradictionsAreNoApproval(Consumer<ObjectNode> contradiction) {
        ObjectNode payment = payment("DONE");
        contradiction.accept(payment);
        answerAll(ok(payment));

        assertThat(gateway().charge(CHARGE)).isInstanceOf(Unknown.class);
        assertThat(gateway().lookUp(CHARGE)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "READY",
                "IN_PROGRESS",
                "WAITING_FOR_DEPOSIT",
                "ABORTED",
                "EXPIRED",
                "CANCELED",
                "PARTIAL_CANCELED"
            })
    void confirmationOfAnythingButDoneIsUnknown(String status) {
        answerAll(ok(payment(status)));

        assertThat(gateway().charge(CHARGE))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.what()).contains("status " + status));
    }

    @ParameterizedTest
    @CsvSource({"DONE, Approved", "EXPIRED, Declined", "IN_PROGRESS, Unknown", "SOMETHING_NEW, Unknown"})
    void looksUpWhatWasProcessedBefore(String status, String expected) {
        toss.stubFor(post(CONFIRM_PATH).willReturn(error(400, "ALREADY_PROCESSED_PAYMENT")));
        toss.stubFor(get(PAYMENT_PATH).willReturn(ok(payment(status))));

        assertThat(gateway().charge(CHARGE).getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void paymentThatIsProcessedButNowhereFoundIsUnknown() {
        answerAll(error(404, "NOT_FOUND_PAYMENT"));
        toss.stubFor(post(CONFIRM_PATH).willReturn(error(400, "ALREADY_PROCESSED_PAYMENT")));

        assertThat(gateway().charge(CHARGE))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown ->
                                assertThat(unknown.what()).contains("ALREADY_PROCESSED_PAYMENT", "NOT_FOUND_PAYMENT"));
    }

    // ---- look-up

    @ParameterizedTest
    @ValueSource(strings = {"DONE", "PARTIAL_CANCELED", "CANCELED"})
    void findsMoneyThatCameEvenIfItWentBackSince(String status) {
        toss.stubFor(get(PAYMENT_PATH).willReturn(ok(payment(status).put("balanceAmount", 0))));

        assertThat(gateway().lookUp(CHARGE)).isEqualTo(new Approved(APPROVED_AT));
    }

    @Test
    void doneWithoutATimeIsApprovedNow() {
        toss.stubFor(get(PAYMENT_PATH).willReturn(ok(payment("DONE").putNull("approvedAt"))));

        assertThat(gateway().lookUp(CHARGE)).isEqualTo(new Approved(NOW));
    }

    /** As a transfer is that was called off before anybody paid. */
    @Test
    void cancelledWithoutApprovalIsNoMoney() {
        toss.stubFor(get(PAYMENT_PATH).willReturn(ok(payment("CANCELED").putNull("approvedAt"))));

        assertThat(gateway().lookUp(CHARGE)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABORTED", "EXPIRED"})
    void paymentThatIsOverIsDeclined(String status) {
        toss.stubFor(get(PAYMENT_PATH).willReturn(ok(payment(status))));

        assertThat(gateway().lookUp(CHARGE)).isEqualTo(new Declined(status));
    }

    @Test
    void namesTheCodeOfAFailure() {
        ObjectNode aborted = payment("ABORTED");
        aborted.putObject("failure").put("code", "REJECT_CARD_COMPANY").put("message", "no");
        toss.stubFor(get(PAYMENT_PATH).willReturn(ok(aborted)));

        assertThat(gateway().lookUp(CHARGE)).isEqualTo(new Declined("REJECT_CARD_COMPANY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"READY", "IN_PROGRESS", "WAITING_FOR_DEPOSIT"})
    void paymentUnderWayIsNotDone(String status) {
        toss.stubFor(get(PAYMENT_PATH).willReturn(ok(payment(status))));

        assertThat(gateway().lookUp(CHARGE))
                .isInstanceOfSatisfying(
                        NotDone.class, notDone -> assertThat(notDone.what()).contains(status));
    }

    @Test
    void asksByOrderWhenTheKeyIsNotKnown() {
        toss.stubFor(get(PAYMENT_PATH).willReturn(error(404, "NOT_FOUND_PAYMENT")));
        toss.stubFor(get(ORDER_PATH).willReturn(ok(payment("DONE"))));

        assertThat(gateway().lookUp(CHARGE)).isEqualTo(new Approved(APPROVED_AT));
    }

    @Test
    void unknownToTheGatewayIsNotDone() {
        answerAll(error(404, "NOT_FOUND_PAYMENT"));

        assertThat(gateway().lookUp(CHARGE)).isInstanceOf(NotDone.class);
        toss.verify(1, getRequestedFor(urlEqualTo(PAYMENT_PATH)).withHeader("Authorization", equalTo(BASIC)));
        toss.verify(1, getRequestedFor(urlEqualTo(ORDER_PATH)));
    }

    @ParameterizedTest
    @CsvSource({
        "READY, NotDone",
        "EXPIRED, NotDone",
        "DONE, Unknown",
        "PARTIAL_CANCELED, Unknown",
        "SOMETHING_NEW, Unknown"
    })
    void anotherKeyOfTheOrderMattersOnlyIfItMayHaveBroughtMoney(String status, String expected) {
        toss.stubFor(get(PAYMENT_PATH).willReturn(error(404, "NOT_FOUND_PAYMENT")));
        toss.stubFor(get(ORDER_PATH).willReturn(ok(payment(status).put("paymentKey", "tviva20261122091530AnotH"))));

        assertThat(gateway().lookUp(CHARGE).getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void slashAfterTheBaseUrlDoesNoHarm() {
        toss.stubFor(get(PAYMENT_PATH).willReturn(ok(payment("DONE"))));
        URI withSlash = URI.create(toss.baseUrl() + "/");

        assertThat(gateway(withSlash, Duration.ofSeconds(5)).lookUp(CHARGE)).isInstanceOf(Approved.class);
    }

    @Test
    void keepsAStrangePaymentKeyInItsPlace() {
        answerAll(error(404, "NOT_FOUND_PAYMENT"));

        gateway().lookUp(new Charge(ORDER, "../orders/x?y=%2e z", CHARGE.amount(), "k"));

        toss.verify(1, getRequestedFor(urlEqualTo("/v1/payments/..%2Forders%2Fx%3Fy%3D%252e%20z")));
    }
}
