package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderApiCouponIntegrationTests extends OrderApiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOSUCHCOUPON",
                "EXPIRED",
                "welcome10",
                "WELCOME-10",
                "",
                " ",
                "할인",
                "' or 1=1 --",
                "A123456789012345678901234567890123456789X"
            })
    void refusesCouponsThatAreUnknownOrExpired(String code) {
        String sku = product(1);

        Api.Answer answer = alice.post("/api/orders", body(sku, 1).put("couponCode", code));

        assertProblem(answer, 422, "COUPON_NOT_USABLE");
        assertStock(sku, 1, 0);
    }

    @Test
    void refusesAnotherCustomersCoupon() {
        String sku = product(2);

        assertProblem(bob.post("/api/orders", body(sku, 1).put("couponCode", "ALICE20")), 422, "COUPON_NOT_USABLE");
        Api.Answer hers = alice.post("/api/orders", body(sku, 1).put("couponCode", "ALICE20"));

        assertThat(hers.number("/discountAmount")).isEqualTo(PRICE / 5);
    }

    @Test
    void judgesTheCouponForTheCustomerWhenOpsOrder() {
        String sku = product(2);

        Api.Answer forBob = ops.post(
                "/api/orders", body(sku, 1).put("couponCode", "ALICE20").put("customerId", "bob"));
        Api.Answer forAlice = ops.post(
                "/api/orders", body(sku, 1).put("couponCode", "ALICE20").put("customerId", "alice"));

        assertProblem(forBob, 422, "COUPON_NOT_USABLE");
        assertThat(forAlice.status()).as(forAlice.body()).isEqualTo(201);
    }

    @Test
    void refusesOrdersBelowTheMinimum() {
        String sku = product(5);
        String coupon = coupon("AMOUNT", 1_000, 5, ", \"minimumAmount\": 20000");

        assertProblem(alice.post("/api/orders", body(sku, 1).put("couponCode", coupon)), 422, "COUPON_NOT_USABLE");
        Api.Answer enough = alice.post("/api/orders", body(sku, 2).put("couponCode", coupon));

        assertThat(enough.status()).as(enough.body()).isEqualTo(201);
    }

    @Test
    void refusesAUsedUpCouponAndTakesItAgainOnceItIsGivenBack() {
        String sku = product(5);
        String coupon = coupon(1);
        String first = placeWithCoupon(alice, sku, 1, coupon);
        assertThat(alice.waiting(30)
                        .post(path(first, "/payment"), pay("ok", 9_000))
                        .status())
                .isEqualTo(200);

        assertProblem(bob.post("/api/orders", body(sku, 1).put("couponCode", coupon)), 422, "COUPON_NOT_USABLE");
        assertThat(alice.waiting(30).post(path(first, "/cancellation"), "{}").status())
                .isEqualTo(200);

        assertThat(used(coupon)).isZero();
        placeWithCoupon(bob, sku, 1, coupon);
    }

    @Test
    void cancelsTheOrderWhoseCouponWentToSomeoneElse() {
        String sku = product(5);
        String coupon = coupon(1);
        String first = placeWithCoupon(alice, sku, 1, coupon);
        String second = placeWithCoupon(bob, sku, 1, coupon);
        assertThat(alice.waiting(30)
                        .post(path(first, "/payment"), pay("ok", 9_000))
                        .status())
                .isEqualTo(200);

        Api.Answer answer = bob.waiting(30).post(path(second, "/payment"), pay("ok", 9_000));
        Api.Answer again = bob.post(path(second, "/payment"), pay("ok", 9_000));

        assertProblem(answer, 422, "COUPON_NOT_USABLE");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.json()).isEqualTo(answer.json());
        Api.Answer order = bob.get(path(second, ""));
        assertThat(order.text("/status")).isEqualTo("CANCELLED");
        assertThat(order.text("/reason")).isEqualTo("COUPON_NOT_USABLE");
        assertThat(order.text("/payment/status")).isEqualTo("PENDING");
        assertThat(order.at("/paidAt").isNull()).isTrue();
        assertThat(order.number("/refundedAmount")).isZero();
        assertThat(used(coupon)).isEqualTo(1);
        assertStock(sku, 4, 0);
        assertProblem(bob.post(path(second, "/payment"), pay("other", 9_000)), 409, "ORDER_STATE");
    }

    @Test
    void paysNothingWhereTheCouponTakesEverythingOff() {
        String sku = product(2);
        String number = placeWithCoupon(alice, sku, 2, coupon("PERCENT", 100, 1, ""));

        Api.Answer wrong = alice.post(path(number, "/payment"), pay("decline-me", 1));
        Api.Answer paid = alice.waiting(30).post(path(number, "/payment"), pay("decline-me", 0));

        assertProblem(wrong, 422, "AMOUNT_MISMATCH");
        assertThat(paid.status()).as(paid.body()).isEqualTo(200);
        assertThat(paid.text("/status")).isEqualTo("PROCESSING");
        assertThat(paid.number("/paymentAmount")).isZero();
        Api.Answer cancelled = alice.waiting(30).post(path(number, "/cancellation"), "{}");
        assertThat(cancelled.text("/status")).as(cancelled.body()).isEqualTo("CANCELLED");
        assertStock(sku, 2, 0);
    }
}
