package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.order.CouponRefused;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.placing.CannotCancel;
import io.orderflow.order.placing.NotAwaitingPayment;
import io.orderflow.order.reading.Requester;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.ProcessesOnHold;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A small shop in which anything may happen at any time. Only the contract's refusals are taken for an answer, and what
 * a customer was told must come true.
 */
class ShopGame {

    private final ShopStaff staff;
    private final Assortment assortment;
    private final List<Sku> products;
    private final List<OrderNumber> orders = new ArrayList<>();
    private final Set<OrderNumber> cancelled = new HashSet<>();

    ShopGame(ShopStaff staff) throws Exception {
        this.staff = staff;
        products = List.of(
                staff.shop().product(1), staff.shop().product(3), staff.shop().product(6));
        List<CouponCode> coupons = List.of(
                staff.shop().coupon(1), staff.shop().coupon(3), staff.shop().freeOfCharge(2));
        assortment = new Assortment(Map.of(products.get(0), 1, products.get(1), 3, products.get(2), 6), coupons);
    }

    Sku product(int number) {
        return products.get(number % products.size());
    }

    CouponCode coupon(int number) {
        return assortment.coupons().get(number % assortment.coupons().size());
    }

    private Optional<OrderNumber> order(int number) {
        return orders.isEmpty() ? Optional.empty() : Optional.of(orders.get(number % orders.size()));
    }

    void place(Map<Sku, Quantity> items, CouponCode coupon) throws Exception {
        try {
            orders.add(staff.shop().place(items, coupon));
        } catch (CouponRefused refusal) {
            // The coupon is used up, and nothing was placed.
        }
    }

    void pay(int number, String key) throws Exception {
        if (order(number).isPresent()) {
            try {
                staff.shop().pay(order(number).get(), key);
            } catch (NotAwaitingPayment | ProcessesOnHold refusal) {
                // Paid, called off or expired already, or its process is suspended.
            }
        }
    }

    void cancel(int number, Requester by) throws Exception {
        if (order(number).isPresent()) {
            try {
                staff.shop().cancel(order(number).get(), by);
                cancelled.add(order(number).get());
            } catch (CannotCancel refusal) {
                assertThat(refusal.status())
                        .isIn(
                                OrderStatus.SHIPPED,
                                OrderStatus.COMPLETED,
                                OrderStatus.SHIP_FAILED,
                                OrderStatus.RETURNED,
                                OrderStatus.FAILED);
            }
        }
    }

    boolean work(int number) {
        return order(number).isPresent() && staff.work(order(number).get());
    }

    void timeUp(int number) {
        order(number).ifPresent(staff::timeUp);
    }

    void news(int number, String type, int id, Duration ago) {
        order(number).ifPresent(order -> staff.news(order, type, id, ago));
    }

    void carriersMood(int number, Move.Mood mood) {
        order(number).ifPresent(order -> {
            switch (mood) {
                case FORGETFUL -> staff.carrier().loseAnswer(order);
                case SILENT -> staff.carrier().fallSilent(order);
                case REFUSING -> staff.carrier().refuse(order, "not today");
                case RELENTING -> staff.carrier().relent(order);
            }
        });
    }

    void suspend(int number) {
        order(number).ifPresent(staff::suspend);
    }

    void activate(int number) {
        order(number).ifPresent(staff::activate);
    }

    void takeNews() {
        staff.takeNews();
    }

    void later(Duration by) {
        staff.later(by);
    }

    void settle(int number, Map<String, Object> answer) {
        order(number).ifPresent(order -> staff.settle(order, answer));
    }

    /** Lets everything be done that can be done, and looks at what came of it. */
    void end() throws Exception {
        orders.forEach(staff.carrier()::relent);
        orders.forEach(staff::activate);
        staff.finish(assortment);
        orders.forEach(staff::timeUp);
        staff.finish(assortment);
        for (OrderNumber order : cancelled) {
            assertThat(staff.shop().order(order).status())
                    .as("order %s, cancelled as its customer was told", order)
                    .isIn(OrderStatus.CANCELLED, OrderStatus.FAILED, OrderStatus.REFUNDED);
        }
    }
}
