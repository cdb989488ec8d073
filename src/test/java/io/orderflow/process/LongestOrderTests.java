package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.orderflow.coupon.CouponService;
import io.orderflow.coupon.CouponTerms;
import io.orderflow.coupon.DiscountType;
import io.orderflow.inventory.InventoryService;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.OrderView;
import io.orderflow.order.aggregate.PlaceOrder;
import io.orderflow.order.placing.OrderService;
import io.orderflow.order.reading.Requester;
import io.orderflow.returns.RequestReturn;
import io.orderflow.returns.ReturnReason;
import io.orderflow.shared.Actor;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.ShippingAddress;
import io.orderflow.shared.Sku;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An order with everything as long, as many and as dear as the contract allows goes its whole way, and all of it comes
 * back.
 */
@ShopTest
class LongestOrderTests extends ShopScenario {

    private static final int LINES = 100;
    private static final int PIECES = 999;
    private static final long PRICE = 1_000_000_000_000L;
    private static final String CUSTOMER = "u".repeat(246) + "@shop.kr.";
    private static final CouponCode COUPON =
            new CouponCode("LONGEST0123456789".repeat(3).substring(0, 40));

    @Autowired
    OrderService orders;

    @Autowired
    InventoryService inventory;

    @Autowired
    CouponService coupons;

    final CustomerId customer = new CustomerId(CUSTOMER);
    final Actor actor = new Actor(CUSTOMER);
    final TreeMap<Sku, Quantity> items = new TreeMap<>();
    OrderNumber order;

    @BeforeEach
    void place() throws Exception {
        for (int line = 0; line < LINES; line++) {
            Sku sku = new Sku("LONGEST-%032d".formatted(line));
            inventory.put(sku, "가".repeat(200), Money.won(PRICE), 1_000_000_000);
            items.put(sku, new Quantity(PIECES));
        }
        coupons.put(COUPON, new CouponTerms(DiscountType.PERCENT, 7, Money.ZERO, 10, null, null, customer));
        OrderView placed = orders.place(new PlaceOrder(
                customer,
                Actor.SYSTEM,
                items,
                new ShippingAddress(
                        "가".repeat(100),
                        "0".repeat(30),
                        "나".repeat(200),
                        "다".repeat(200),
                        "라".repeat(100),
                        "1".repeat(20),
                        "KR"),
                Optional.of(COUPON),
                Optional.empty(),
                Locale.KOREAN,
                null));
        order = new OrderNumber(placed.orderNumber());
        assertThat(placed.totalAmount()).isEqualTo(LINES * PIECES * PRICE);
        assertThat(placed.discountAmount()).isEqualTo(LINES * PIECES * PRICE / 100 * 7);
    }

    @Test
    void isDeliveredAndComesBackAsAWhole() throws Exception {
        pay();
        staff.news(order, "shipment.in_transit", 1, Duration.ZERO);
        staff.takeNews();
        staff.news(order, "shipment.delivered", 2, Duration.ZERO);
        staff.takeNews();
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);

        returns.request(new RequestReturn(
                order, Optional.of(customer), actor, ReturnReason.DEFECTIVE, "마".repeat(500), items, null));
        complete("Task_ApproveReturn", Map.of("returnDecision", "APPROVE", "decisionReason", "바".repeat(500)));
        complete("Task_ReceiveGoods", Map.of());
        complete("Task_InspectReturn", Map.of("inspection", inspection()));

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.RETURNED);
        assertThat(gateway.refunded(order))
                .isEqualTo(gateway.charged(order))
                .isEqualTo(LINES * PIECES * PRICE / 100 * 93);
        assertThat(coupons.get(COUPON).orElseThrow().used()).isZero();
        assertThat(shop.events(order)).isNotEmpty();
    }

    @Test
    void isCancelledInTheLongestWordsAndRefunded() throws Exception {
        pay();

        orders.requestCancellation(order, new Requester(actor, Optional.of(customer)), "사".repeat(500));
        shop.letWorkBeDone(order);

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(gateway.refunded(order)).isEqualTo(LINES * PIECES * PRICE / 100 * 93);
        assertThat(items.keySet())
                .allSatisfy(
                        sku -> assertThat(inventory.product(sku).orElseThrow().reserved())
                                .isZero());
    }

    private void pay() throws Exception {
        orders.submitPayment(
                order,
                new Requester(actor, Optional.of(customer)),
                "card-" + "~".repeat(195),
                Money.won(LINES * PIECES * PRICE / 100 * 93),
                "M".repeat(40));
        shop.letWorkBeDone(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PROCESSING);
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

    private String inspection() throws Exception {
        List<Map<String, Object>> lines = items.keySet().stream()
                .map(sku -> Map.<String, Object>of("sku", sku.value(), "accepted", PIECES, "restock", true))
                .toList();
        return JsonMapper.builder().build().writeValueAsString(lines);
    }
}
