package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.order.OrderStatus;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.CarrierBooks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The carrier has booked a parcel, and nobody here has heard of it. */
@ShopTest
class LostBookingTests {

    @Autowired
    Shop shop;
    @Autowired
    ShopStaff staff;
    @Autowired
    CarrierBooks carrier;

    Sku sku;
    OrderNumber order;

    @BeforeEach
    void loseBooking() throws Exception {
        sku = shop.product(10);
        order = shop.place(sku, 1);
        shop.pay(order, "card");
        carrier.loseAnswer(order);
        shop.letGatewayBeAsked(order);
        assertThat(carrier.parcels(order)).isOne();
    }

    @Test
    void isFoundByTheNextTry() throws Exception {
        staff.finish(new Assortment(Map.of(sku, 10), List.of()));

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PROCESSING);
    }

    @Test
    @Disabled("until a booking is stored before a carrier is asked")
    void isCalledBackWhenTheOrderIsCancelled() throws Exception {
        shop.cancel(order);

        staff.finish(new Assortment(Map.of(sku, 10), List.of()));

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(carrier.parcels(order)).isZero();
    }
}
