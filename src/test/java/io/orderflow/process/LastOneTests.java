package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.Together;
import io.orderflow.order.OrderStatus;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Eight want what there is one of. */
@ShopTest
class LastOneTests {

    @Autowired
    Shop shop;

    @Autowired
    ShopStaff staff;

    @RepeatedTest(4)
    void lastPieceGoesToOneOfEight() throws Exception {
        Sku last = shop.product(1);
        Sku other = shop.product(8);
        Map<Sku, Quantity> both = Map.of(last, new Quantity(1), other, new Quantity(1));

        List<Object> told =
                Together.run(8, i -> () -> shop.order(shop.place(both, null)).status());

        assertThat(told).containsOnlyOnce(OrderStatus.CREATED).containsOnly(OrderStatus.CREATED, OrderStatus.CANCELLED);
        staff.finish(new Assortment(Map.of(last, 1, other, 8), List.of()));
    }

    @RepeatedTest(4)
    void lastUseOfCouponGoesToOneOfEight() throws Exception {
        Sku sku = shop.product(10);
        CouponCode coupon = shop.coupon(1);
        List<OrderNumber> orders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            orders.add(shop.place(sku, 1, coupon));
        }

        List<Object> told = Together.run(8, i -> () -> {
            shop.pay(orders.get(i), "card");
            return null;
        });

        assertThat(told).containsOnlyNulls();
        staff.finish(new Assortment(Map.of(sku, 10), List.of(coupon)));
        assertThat(shop.stock(sku).onHand()).isEqualTo(9);
        assertThat(shop.used(coupon)).isOne();
    }
}
