package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderApiCancellationIntegrationTests extends OrderApiTest {

    @Test
    void givesTheStockOfAnUnpaidOrderBackBeforeItAnswers() {
        String sku = product(2);
        String number = place(sku, 2);

        Api.Answer answer = alice.post(path(number, "/cancellation"), "{\"reason\": \"changed my mind\"}");

        assertStock(sku, 2, 0);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("/status")).isEqualTo("CANCELLED");
        assertThat(answer.text("/reason")).isEqualTo("CUSTOMER_REQUEST");
        assertThat(answer.text("/payment/status")).isEqualTo("PENDING");
        assertThat(answer.at("/cancellationRequested").asBoolean()).isTrue();
        assertThat(answer.at("/cancelledAt").isNull()).isFalse();
        assertThat(answer.at("/actions")).isEmpty();
    }

    @Test
    void refundsAPaidOrderInFull() {
        String sku = product(3);
        String coupon = coupon(1);
        String number = placeWithCoupon(alice, sku, 2, coupon);
        alice.waiting(30).post(path(number, "/payment"), pay("ok", 19_000));

        Api.Answer answer = alice.waiting(30).post(path(number, "/cancellation"), "{\"reason\": null}");

        assertStock(sku, 3, 0);
        assertThat(used(coupon)).isZero();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("/status")).isEqualTo("REFUNDED");
        assertThat(answer.text("/reason")).isEqualTo("CUSTOMER_REQUEST");
        assertThat(answer.number("/refundedAmount")).isEqualTo(19_000);
        assertThat(answer.text("/payment/status")).isEqualTo("REFUNDED");
        assertThat(answer.at("/refundedAt").isNull()).isFalse();
    }

    @Test
    void doesNotCancelTwice() {
        String unpaid = place(product(1), 1);
        String sku = product(1);
        String paid = paid(sku, 1);
        for (String number : new String[] {unpaid, paid}) {
            alice.waiting(30).post(path(number, "/cancellation"), "{}");
            JsonNode events = alice.get(path(number, "/events")).json();
            JsonNode order = order(number);

            Api.Answer again = alice.post(path(number, "/cancellation"), "{\"reason\": \"again\"}");
            Api.Answer byOps = ops.post(path(number, "/cancellation"), "{}");

            assertThat(again.status()).as(again.body()).isEqualTo(200);
            assertThat(again.json()).isEqualTo(order);
            assertThat(byOps.json()).isEqualTo(order);
            assertThat(alice.get(path(number, "/events")).json()).isEqualTo(events);
        }
        assertStock(sku, 1, 0);
    }

    @Test
    void takesACancellationWhileThePaymentIsInProgress() {
        String sku = product(1);
        String number = place(sku, 1);
        alice.waiting(0).post(path(number, "/payment"), pay("slow", PRICE));

        Api.Answer answer = alice.waiting(0).post(path(number, "/cancellation"), "{}");
        Api.Answer settled = alice.waiting(30).post(path(number, "/cancellation"), "{}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/api/orders/" + number);
        assertThat(answer.at("/cancellationRequested").asBoolean()).isTrue();
        assertThat(answer.at("/actions")).isEmpty();
        assertThat(settled.text("/status")).as(settled.body()).isEqualTo("REFUNDED");
        assertThat(settled.text("/reason")).isEqualTo("CUSTOMER_REQUEST");
        assertThat(settled.number("/refundedAmount")).isEqualTo(PRICE);
        assertStock(sku, 1, 0);
    }

    @Test
    void tellsThePayerThatThePaidOrderWasCancelledMeanwhile() {
        String number = place(product(1), 1);
        alice.waiting(0).post(path(number, "/payment"), pay("slow", PRICE));
        alice.waiting(0).post(path(number, "/cancellation"), "{}");

        Api.Answer paid = alice.waiting(30).post(path(number, "/payment"), pay("slow", PRICE));

        assertThat(paid.status()).as(paid.body()).isEqualTo(200);
        assertThat(paid.text("/status")).isEqualTo("REFUNDED");
    }

    @Test
    void failsAnOrderWhosePaymentIsDeclinedAfterTheWishToCancel() {
        String number = place(product(1), 1);
        alice.waiting(0).post(path(number, "/payment"), pay("decline-later", PRICE));

        Api.Answer answer = alice.waiting(30).post(path(number, "/cancellation"), "{}");

        assertThat(answer.status()).as(answer.body()).isIn(200, 409);
        assertThat(status(number)).isEqualTo("FAILED");
        assertProblem(alice.post(path(number, "/cancellation"), "{}"), 409, "CANNOT_CANCEL");
    }

    @Test
    void doesNotWaitForTheUndoWhereNobodyWaits() {
        String sku = product(1);
        String number = paid(sku, 1);

        Api.Answer answer = alice.waiting(0).post(path(number, "/cancellation"), "{}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/api/orders/" + number);
        awaitStatus(number, "REFUNDED");
    }

    @Test
    void neverCallsARefusedRefundARefund() {
        String sku = product(1);
        String number = place(sku, 1);
        alice.waiting(30).post(path(number, "/payment"), pay("refuse-refund-1", PRICE));

        Api.Answer answer = alice.waiting(3).post(path(number, "/cancellation"), "{}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.text("/status")).isEqualTo("CANCELLED");
        assertThat(answer.number("/refundedAmount")).isZero();
        assertThat(answer.text("/payment/status")).isEqualTo("PAID");
        assertStock(sku, 1, 0);
    }

    @Test
    void namesOpsAsThoseWhoCancelled() {
        String number = paid(product(1), 1);

        Api.Answer answer = ops.waiting(30).post(path(number, "/cancellation"), "{\"reason\": \"fraud\"}");

        assertThat(answer.text("/status")).as(answer.body()).isEqualTo("REFUNDED");
        assertThat(answer.text("/reason")).isEqualTo("OPS_DECISION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"reason\": null}", "{\"reason\": \"\"}", "{\"reason\": \"너무 늦어요\"}"})
    void doesNotAskForAReason(String body) {
        String number = place(product(1), 1);

        Api.Answer answer = alice.post(path(number, "/cancellation"), body);

        assertThat(answer.text("/status")).as(answer.body()).isEqualTo("CANCELLED");
    }

    @Test
    void doesNotAskForABody() {
        String number = place(product(1), 1);

        Api.Answer answer = alice.send("POST", path(number, "/cancellation"), null);

        assertThat(answer.text("/status")).as(answer.body()).isEqualTo("CANCELLED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"no\"",
                "{\"reason\": 5}",
                "{\"Reason\": \"x\"}",
                "{\"reason\": \"\\u0000\"}",
                "{\"reason\": {}}"
            })
    void refusesReasonsThatMakeNoSense(String body) {
        String number = place(product(1), 1);

        assertProblem(alice.post(path(number, "/cancellation"), body), 400, "VALIDATION_FAILED");
        assertProblem(
                alice.post(path(number, "/cancellation"), "{\"reason\": \"" + "x".repeat(501) + "\"}"),
                400,
                "VALIDATION_FAILED");

        assertThat(status(number)).isEqualTo("CREATED");
        assertThat(alice.post(path(number, "/cancellation"), "{\"reason\": \"" + "\\\"".repeat(500) + "\"}")
                        .status())
                .isEqualTo(200);
    }
}
