package io.orderflow.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.DatabaseTest;
import io.orderflow.Statements;
import io.orderflow.order.OrderStatus;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.process.Shop;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.carriers.CarrierBooks;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import({Shop.class, GatewayClerk.class, CarrierBooks.class, Statements.class})
class CompensationSubscriptionsIntegrationTests {

    @Autowired
    Shop shop;

    @Autowired
    RuntimeService runtime;

    @Test
    void goWithoutALookForJobsAndNothingIsLeftOfThem() throws Exception {
        Sku sku = shop.product(5);
        CouponCode coupon = shop.coupon(1);
        OrderNumber order = shop.place(sku, 2, coupon);
        shop.pay(order, "card");
        shop.letWorkBeDone(order);
        String instance = shop.process(order).getId();
        assertThat(subscriptions(instance)).isEqualTo(3);
        shop.cancel(order);

        List<String> statements = Statements.of(() -> shop.letWorkBeDone(order));

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(shop.used(coupon)).isZero();
        assertThat(statements)
                .filteredOn(it -> it.startsWith("delete from act_ru_event_subscr"))
                .hasSize(3);
        assertThat(statements)
                .noneMatch(
                        it -> it.contains("act_ru_job") && it.contains("handler_cfg_ = ?") && it.startsWith("select"));
        assertThat(subscriptions(instance)).isZero();
    }

    private long subscriptions(String instance) {
        return runtime.createEventSubscriptionQuery()
                .processInstanceId(instance)
                .count();
    }
}
