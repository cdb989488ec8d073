package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class OrderApiPaymentIntegrationTests extends OrderApiTest {

    @Test
    void answersWithTheOrderInPreparationOncePaid() {
        String sku = product(5);
        String coupon = coupon(3);
        String number = placeWithCoupon(alice, sku, 2, coupon);

        Api.Answer answer = alice.waiting(30).post(path(number, "/payment"), pay("ok-1", 19_000));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("/orderNumber")).isEqualTo(number);
        assertThat(answer.text("/status")).isEqualTo("PROCESSING");
        assertThat(answer.at("/payment")).isEqualTo(Api.parse("{\"status\": \"PAID\", \"paymentKey\": \"ok-1\"}"));
        assertThat(answer.at("/paidAt").isNull()).isFalse();
        assertThat(answer.at("/actions")).isEqualTo(Api.parse("[{\"action\": \"CANCEL\", \"until\": null}]"));
        assertStock(sku, 3, 0);
        assertThat(used(coupon)).isEqualTo(1);
    }

    @Test
    void settlesWithinTheUsualWait() {
        String number = place(product(1), 1);

        Api.Answer answer = alice.post(path(number, "/payment"), """
                {"paymentKey": "no-method", "amount": 10000}""");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void answersAtOnceWhereNobodyWaits() {
        String number = place(product(1), 1);

        Api.Answer answer = alice.waiting(0).post(path(number, "/payment"), pay("slow", PRICE));

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/api/orders/" + number);
        assertThat(answer.text("/status")).isEqualTo("CREATED");
        assertThat(answer.text("/payment/status")).isEqualTo("IN_PROGRESS");
        assertThat(answer.text("/payment/paymentKey")).isEqualTo("slow");
        assertThat(answer.at("/actions").findValuesAsText("action")).doesNotContain("PAY");
        awaitStatus(number, "PROCESSING");
    }

    @Test
    void takesOnePaymentAtATime() {
        String number = place(product(1), 1);
        alice.waiting(0).post(path(number, "/payment"), pay("slow", PRICE));

        Api.Answer other = alice.post(path(number, "/payment"), pay("other", PRICE));
        Api.Answer same = alice.waiting(0).post(path(number, "/payment"), pay("slow", PRICE));
        Api.Answer waited = alice.waiting(30).post(path(number, "/payment"), pay("slow", PRICE));

        assertProblem(other, 409, "ORDER_STATE");
        assertThat(same.status()).isEqualTo(202);
        assertThat(waited.status()).as(waited.body()).isEqualTo(200);
        assertProblem(alice.post(path(number, "/payment"), pay("other", PRICE)), 409, "ORDER_STATE");
    }

    @Test
    void doesNotTakeAnUnknownOutcomeForANo() {
        String number = place(product(1), 1);

        Api.Answer answer = alice.waiting(1).post(path(number, "/payment"), pay("timeout-1", PRICE));

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.text("/payment/status")).isEqualTo("IN_PROGRESS");
        awaitStatus(number, "PROCESSING");
        assertThat(alice.post(path(number, "/payment"), pay("timeout-1", PRICE)).status())
                .isEqualTo(200);
    }

    @Test
    void failsTheOrderWhenTheGatewayDeclines() {
        String sku = product(2);
        String coupon = coupon(1);
        String number = placeWithCoupon(alice, sku, 2, coupon);

        Api.Answer answer = alice.waiting(30).post(path(number, "/payment"), pay("decline-1", 19_000));

        assertProblem(answer, 402, "PAYMENT_DECLINED");
        assertThat(answer.text("/declineCode")).isEqualTo("REJECT_CARD_PAYMENT");
        JsonNode order = order(number);
        assertThat(order.get("status").asText()).isEqualTo("FAILED");
        assertThat(order.get("reason").asText()).isEqualTo("PAYMENT_DECLINED");
        assertThat(order.at("/payment/status").asText()).isEqualTo("DECLINED");
        assertThat(order.get("actions")).isEmpty();
        assertStock(sku, 2, 0);
        assertThat(used(coupon)).isZero();
    }

    @Test
    void answersTheSamePaymentKeyAsTheFirstTime() {
        String sku = product(2);
        String paid = paid(sku, 1);
        String declined = place(sku, 1);
        Api.Answer no = alice.waiting(30).post(path(declined, "/payment"), pay("decline-2", PRICE));

        Api.Answer yesAgain = alice.post(path(paid, "/payment"), pay("ok-" + paid, PRICE));
        Api.Answer noAgain = alice.post(path(declined, "/payment"), pay("decline-2", PRICE));

        assertThat(yesAgain.status()).as(yesAgain.body()).isEqualTo(200);
        assertThat(yesAgain.text("/orderNumber")).isEqualTo(paid);
        assertThat(noAgain.status()).isEqualTo(402);
        assertThat(noAgain.json()).isEqualTo(no.json());
        assertProblem(alice.post(path(declined, "/payment"), pay("other", PRICE)), 409, "ORDER_STATE");
        assertThat(paymentsOf(paid)).isEqualTo(1);
    }

    private long paymentsOf(String number) {
        return ops.get(path(number, "/events")).json().findValuesAsText("type").stream()
                .filter("PAYMENT_SUBMITTED"::equals)
                .count();
    }

    @Test
    void stillAnswersAsTheFirstTimeWhenTheOrderWasRefundedSince() {
        String number = paid(product(1), 1);
        alice.waiting(30).post(path(number, "/cancellation"), "{}");

        Api.Answer again = alice.post(path(number, "/payment"), pay("ok-" + number, PRICE));

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.text("/status")).isEqualTo("REFUNDED");
        assertThat(again.number("/refundedAmount")).isEqualTo(PRICE);
        assertProblem(alice.post(path(number, "/payment"), pay("other", PRICE)), 409, "ORDER_STATE");
    }

    @Test
    void refusesAnotherAmountAndStillTakesTheRightOne() {
        String number = place(product(1), 1);

        for (long wrong : new long[] {0, PRICE - 1, PRICE + 1, Long.MAX_VALUE}) {
            assertProblem(alice.post(path(number, "/payment"), pay("k", wrong)), 422, "AMOUNT_MISMATCH");
        }

        assertThat(order(number).at("/payment/status").asText()).isEqualTo("PENDING");
        assertThat(alice.waiting(30)
                        .post(path(number, "/payment"), pay("k", PRICE))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesNoPaymentForACancelledOrder() {
        String number = place(product(1), 1);
        alice.waiting(30).post(path(number, "/cancellation"), "{}");

        Api.Answer answer = alice.post(path(number, "/payment"), pay("k", PRICE));

        assertProblem(answer, 409, "ORDER_STATE");
        assertThat(order(number).at("/payment/paymentKey").isNull()).isTrue();
    }
}
