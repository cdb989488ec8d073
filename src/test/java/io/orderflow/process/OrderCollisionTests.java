package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.Together;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.placing.CannotCancel;
import io.orderflow.order.placing.NotAwaitingPayment;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Several want something of an order at the same moment. Each is told what comes true, and every effect happens once.
 */
@ShopTest
class OrderCollisionTests {

    private static final int ROUNDS = 4;

    @Autowired
    Shop shop;

    @Autowired
    ShopStaff staff;

    Sku sku;
    CouponCode coupon;

    @BeforeEach
    void openShop() throws Exception {
        sku = shop.product(10);
        coupon = shop.coupon(1);
    }

    @RepeatedTest(ROUNDS)
    void doubleClickOnPayChargesOnce() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);

        List<Object> told = together(() -> pay(order, "card"), () -> pay(order, "card"), () -> pay(order, "card"));

        assertThat(told).containsOnlyNulls();
        assertEnds(order, OrderStatus.PROCESSING);
    }

    @RepeatedTest(ROUNDS)
    void twoCardsAtOnceChargeOne() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);

        List<Object> told = together(() -> pay(order, "one"), () -> pay(order, "two"), () -> pay(order, "three"));

        assertThat(told).containsOnlyOnce((Object) null);
        assertThat(told).filteredOn(it -> it != null).hasSize(2).hasOnlyElementsOfType(NotAwaitingPayment.class);
        assertEnds(order, OrderStatus.PROCESSING);
    }

    @RepeatedTest(ROUNDS)
    void cancellingWhilePayingIsNeverLost() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);

        List<Object> told = together(() -> pay(order, "card"), () -> cancel(order));

        assertThat(told.get(1)).isNull();
        assertThat(told.get(0)).matches(it -> it == null || it instanceof NotAwaitingPayment);
        assertEnds(order, told.get(0) == null ? OrderStatus.REFUNDED : OrderStatus.CANCELLED);
    }

    @RepeatedTest(ROUNDS)
    void twoCancellationsAreOne() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);

        List<Object> told = together(() -> cancel(order), () -> cancel(order), () -> cancel(order));

        assertThat(told).containsOnlyNulls();
        assertThat(shop.events(order)).extracting("type").containsOnlyOnce("CANCELLATION_REQUESTED");
        assertEnds(order, OrderStatus.CANCELLED);
    }

    @RepeatedTest(ROUNDS)
    void cancellingAtEveryStepOfPreparationRefunds() throws Exception {
        List<OrderNumber> orders = new ArrayList<>();
        for (int steps = 0; steps < 3; steps++) {
            OrderNumber order = shop.place(sku, 2);
            orders.add(order);
            pay(order, "card");
            IntStream.range(0, steps).forEach(step -> staff.work(order));

            List<Object> told = together(() -> cancel(order), () -> staff.work(order));

            assertThat(told.get(0)).isNull();
        }

        for (OrderNumber order : orders) {
            assertEnds(order, OrderStatus.REFUNDED);
        }
    }

    @RepeatedTest(ROUNDS)
    void cancellingAtHandOverIsRefusedOrComesFirst() throws Exception {
        OrderNumber order = preparedOrder();

        List<Object> told = together(() -> cancel(order), () -> tell(order, "shipment.in_transit", 1));

        assertThat(told.get(0)).matches(it -> it == null || it instanceof CannotCancel);
        assertThat(told.get(1)).isNull();
        assertEnds(order, told.get(0) == null ? OrderStatus.REFUNDED : OrderStatus.SHIPPED);
    }

    @RepeatedTest(ROUNDS)
    void payingAtTheLastMomentPaysOrExpires() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);

        List<Object> told = together(() -> pay(order, "card"), () -> timeUp(order));

        assertThat(told.get(0)).matches(it -> it == null || it instanceof NotAwaitingPayment);
        assertEnds(order, told.get(0) == null ? OrderStatus.PROCESSING : OrderStatus.CANCELLED);
    }

    @RepeatedTest(ROUNDS)
    void cancellingAtTheLastMomentEndsOnce() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);

        List<Object> told = together(() -> cancel(order), () -> timeUp(order));

        assertThat(told.get(0)).isNull();
        assertEnds(order, OrderStatus.CANCELLED);
    }

    @RepeatedTest(ROUNDS)
    void handOverToldTwiceAtOnceShipsOnce() throws Exception {
        OrderNumber order = preparedOrder();

        List<Object> told = together(
                () -> tell(order, "shipment.in_transit", 1),
                () -> tell(order, "shipment.in_transit", 2),
                () -> tell(order, "shipment.in_transit", 2));

        assertThat(told).containsOnlyNulls();
        assertEnds(order, OrderStatus.SHIPPED);
    }

    @RepeatedTest(ROUNDS)
    void handOverAndDeliveryToldAtOnceComplete() throws Exception {
        OrderNumber order = preparedOrder();

        List<Object> told =
                together(() -> tell(order, "shipment.in_transit", 1), () -> tell(order, "shipment.delivered", 2));

        assertThat(told).containsOnlyNulls();
        assertEnds(order, OrderStatus.COMPLETED);
        assertThat(shop.toldAbout(order)).containsExactly("order-confirmed", "order-shipped", "order-delivered");
    }

    private OrderNumber preparedOrder() throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);
        pay(order, "card");
        shop.letWorkBeDone(order);
        return order;
    }

    private Void pay(OrderNumber order, String key) throws Exception {
        shop.pay(order, key);
        return null;
    }

    private Void cancel(OrderNumber order) throws Exception {
        shop.cancel(order);
        return null;
    }

    private Void timeUp(OrderNumber order) {
        staff.timeUp(order);
        return null;
    }

    private Void tell(OrderNumber order, String type, int id) {
        staff.news(order, type, id, Duration.ZERO);
        return takeNews();
    }

    private Void takeNews() {
        staff.takeNews();
        return null;
    }

    private static List<Object> together(Callable<?>... what) throws Exception {
        return Together.run(what.length, i -> what[i]);
    }

    private void assertEnds(OrderNumber order, OrderStatus status) throws Exception {
        staff.finish(new Assortment(Map.of(sku, 10), List.of(coupon)));
        assertThat(shop.order(order).status()).isEqualTo(status);
    }
}
