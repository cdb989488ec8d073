package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.HeldCall;
import io.orderflow.order.OrderReason;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.OrderView;
import io.orderflow.order.PaymentStatus;
import io.orderflow.order.expiry.ExpirySweep;
import io.orderflow.order.placing.NotAwaitingPayment;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens to an order while the gateway thinks about its payment: nobody waits for it, and nothing is lost. */
@ShopTest
class SlowGatewayTests extends ShopScenario {

    @Autowired
    ExpirySweep expiry;

    Sku sku;
    CouponCode coupon;
    OrderNumber order;

    @BeforeEach
    void placeOrder() throws Exception {
        sku = shop.product(10);
        coupon = shop.coupon(1);
        order = shop.place(sku, 6, coupon);
    }

    @Test
    void refundsOrderCancelledMeanwhile() throws Exception {
        Payment payment = beginToPay("card");

        shop.cancel(order);
        OrderView meanwhile = shop.order(order);
        payment.end();

        assertThat(meanwhile.status()).isEqualTo(OrderStatus.CREATED);
        assertThat(meanwhile.payment().status()).isEqualTo(PaymentStatus.IN_PROGRESS);
        assertThat(meanwhile.cancellationRequested()).isTrue();
        assertEnds(OrderStatus.REFUNDED, OrderReason.CUSTOMER_REQUEST);
        assertThat(gateway.charged(order)).isPositive().isEqualTo(gateway.refunded(order));
    }

    @Test
    void failsOrderCancelledMeanwhileWhenThePaymentIsDeclined() throws Exception {
        Payment payment = beginToPay("decline");

        shop.cancel(order);
        payment.end();

        assertEnds(OrderStatus.FAILED, OrderReason.PAYMENT_DECLINED);
        assertThat(gateway.charges(order)).isZero();
    }

    @Test
    void takesNoSecondPaymentMeanwhile() throws Exception {
        Payment payment = beginToPay("card");

        shop.pay(order, "card");
        assertThatThrownBy(() -> shop.pay(order, "other-card")).isInstanceOf(NotAwaitingPayment.class);
        payment.end();

        assertEnds(OrderStatus.PROCESSING, null);
        assertThat(gateway.charges(order)).isOne();
    }

    @Test
    void neverExpiresOrderMeanwhile() throws Exception {
        Payment payment = beginToPay("card");

        clock.advance(Duration.ofMinutes(16));
        expiry.lookFurther();
        payment.end();

        assertEnds(OrderStatus.PROCESSING, null);
    }

    @Test
    void refundsOrderWhoseStockWentToSomeoneElseMeanwhile() throws Exception {
        Payment payment = beginToPay("card");

        clock.advance(Duration.ofMinutes(16));
        OrderNumber other = shop.place(sku, 7);
        shop.pay(other, "card");
        payment.end();

        assertEnds(OrderStatus.REFUNDED, OrderReason.OUT_OF_STOCK);
        assertThat(shop.order(other).status()).isEqualTo(OrderStatus.PROCESSING);
    }

    /** The order's charge, at the gateway and without an answer yet. */
    private Payment beginToPay(String key) throws Exception {
        HeldCall call = gateway.hold(order);
        shop.pay(order, key);
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> staff.work(order));
        call.awaitReached();
        return new Payment(call, work);
    }

    private record Payment(HeldCall call, CompletableFuture<Void> work) {

        void end() {
            call.answer();
            work.join();
        }
    }

    private void assertEnds(OrderStatus status, OrderReason reason) throws Exception {
        staff.finish(new Assortment(Map.of(sku, 10), List.of(coupon)));
        assertThat(shop.order(order).status()).isEqualTo(status);
        assertThat(shop.order(order).reason()).isEqualTo(reason);
    }
}
