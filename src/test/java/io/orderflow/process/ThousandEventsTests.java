package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.inventory.InventoryService;
import io.orderflow.order.OrderEventView;
import io.orderflow.order.OrderStatus;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An order whose parcel fails again and again, until its trail has a thousand events, ends as any other. */
@ShopTest
class ThousandEventsTests extends ShopScenario {

    private static final int EVENTS = 1000;

    @Autowired
    InventoryService inventory;

    OrderNumber order;
    int news;

    @Test
    void endsAsAnyOther() throws Exception {
        Sku sku = shop.product(5);
        order = shop.place(sku, 2, shop.coupon(1));
        shop.pay(order, "card");
        shop.letWorkBeDone(order);
        int attempts = 1;
        while (attempts % 20 != 0 || shop.events(order).size() < EVENTS) {
            tell("shipment.in_transit");
            tell("shipment.failure");
            complete(
                    "Task_ResolveShippingFailure",
                    Map.of("resolution", "SHIP_AGAIN", "line1", attempts + " Teheran-ro"));
            attempts++;
        }
        assertThat(shop.order(order).shipment().attempt()).isEqualTo(attempts);
        tell("shipment.in_transit");
        tell("shipment.delivered");

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(shop.process(order)).isNull();
        List<OrderEventView> events = shop.events(order);
        assertThat(events)
                .extracting(OrderEventView::sequence)
                .isEqualTo(IntStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(inventory.product(sku).orElseThrow().onHand()).isEqualTo(3);
        assertThat(gateway.refunded(order)).isZero();
        assertThat(gateway.charges(order)).isOne();
    }

    private void tell(String type) throws Exception {
        staff.news(order, type, ++news, Duration.ZERO);
        staff.takeNews();
        shop.letWorkBeDone(order);
    }

    private void complete(String task, Map<String, Object> answer) {
        tasks.complete(
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(order.value())
                        .taskDefinitionKey(task)
                        .singleResult()
                        .getId(),
                answer);
        shop.letWorkBeDone(order);
    }
}
