package io.orderflow.process;

import static io.orderflow.order.OrderReason.COUPON_NOT_USABLE;
import static io.orderflow.order.OrderStatus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.Together;
import io.orderflow.order.CouponRefused;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.placing.CannotCancel;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.carriers.CarrierBooks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The application as it runs: the engine's threads, the carrier and the customers are all at work at the same time. */
@ShopTest
@TestPropertySource(
        properties = {
            "camunda.bpm.job-execution.enabled=true",
            "orders.background.enabled=true",
            "orders.shipping.simulated.auto-progress=true",
            "orders.shipping.simulated.step=PT0.2S",
            "orders.payment.retry=PT0.2S,PT0.2S,PT0.2S,PT0.2S,PT0.2S",
            "orders.shipping.retry=PT0.2S,PT0.2S,PT0.2S"
        })
class BusyShopTests {

    private static final int CUSTOMERS = 8;
    private static final int ORDERS_EACH = 25;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Autowired
    Shop shop;

    @Autowired
    OrderInvariants invariants;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    CarrierBooks carrier;

    private final Map<OrderNumber, OrderStatus> expected = new ConcurrentHashMap<>();

    @Test
    void everyOrderEndsAsItsCustomerWasTold() throws Exception {
        openShop();
    }

    @Test
    void everyOrderEndsAsItsCustomerWasToldByACarrierElsewhere() throws Exception {
        carrier.moveAway();
        try {
            openShop();
        } finally {
            carrier.comeBack();
        }
    }

    private void openShop() throws Exception {
        Sku plenty = shop.product(1000);
        Sku scarce = shop.product(30);
        CouponCode coupon = shop.coupon(20);
        Assortment assortment = new Assortment(Map.of(plenty, 1000, scarce, 30), List.of(coupon));

        List<Object> told = Together.run(CUSTOMERS, customer -> () -> {
            for (int i = 0; i < ORDERS_EACH; i++) {
                int fate = customer + i;
                Map<Sku, Quantity> items = fate % 3 > 0
                        ? Map.of(plenty, new Quantity(1))
                        : Map.of(plenty, new Quantity(2), scarce, new Quantity(1));
                live(place(items, coupon), fate % 7);
            }
            return null;
        });

        assertThat(told).containsOnlyNulls();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).untilAsserted(this::assertAsExpected);
        await().atMost(LIMIT).untilAsserted(() -> invariants.check(assortment));
        invariants.checkProcesses();
        assertThat(runtime.createIncidentQuery().list()).isEmpty();
    }

    private OrderNumber place(Map<Sku, Quantity> items, CouponCode coupon) throws Exception {
        try {
            return shop.place(items, coupon);
        } catch (CouponRefused refusal) {
            return shop.place(items, null);
        }
    }

    /** One of the ways in which customers treat their orders. */
    private void live(OrderNumber order, int fate) throws Exception {
        if (shop.order(order).status() == CANCELLED) {
            expected.put(order, CANCELLED);
            return;
        }
        if (fate == 0 || fate == 5) {
            carrier.loseAnswer(order);
        }
        switch (fate) {
            case 0 -> pay(order, "card", COMPLETED);
            case 1 -> pay(order, "decline", FAILED);
            case 2 -> pay(order, "timeout-" + order, COMPLETED);
            case 3 -> cancel(order, CANCELLED);
            case 4 -> letExpire(order);
            case 5 -> {
                pay(order, "card", COMPLETED);
                cancel(order, REFUNDED);
            }
            default -> {
                pay(order, "refuse-refund", COMPLETED);
                cancel(order, CANCELLED);
            }
        }
    }

    /** A coupon that went to someone else since the order was placed calls it off. */
    private void pay(OrderNumber order, String key, OrderStatus end) throws Exception {
        shop.pay(order, key);
        expected.put(order, shop.order(order).reason() == COUPON_NOT_USABLE ? CANCELLED : end);
    }

    private void cancel(OrderNumber order, OrderStatus end) throws Exception {
        try {
            shop.cancel(order);
            expected.compute(order, (o, before) -> before == CANCELLED ? before : end);
        } catch (CannotCancel refusal) {
            // On its way already, and so it arrives.
        }
    }

    private void letExpire(OrderNumber order) {
        shop.letReservationExpire(order);
        expected.put(order, CANCELLED);
    }

    private void assertAsExpected() throws Exception {
        assertThat(expected).hasSize(CUSTOMERS * ORDERS_EACH);
        for (Map.Entry<OrderNumber, OrderStatus> order : expected.entrySet()) {
            assertThat(shop.order(order.getKey()).status())
                    .as("order %s", order.getKey())
                    .isEqualTo(order.getValue());
        }
    }
}
