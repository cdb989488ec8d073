package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.Statements;
import io.orderflow.inventory.InventoryService;
import io.orderflow.order.OrderStatus;
import io.orderflow.payment.PaymentHoldings;
import io.orderflow.returns.RequestReturn;
import io.orderflow.returns.ReturnReason;
import io.orderflow.shared.Actor;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** The fee of a return is a row of its own: what was charged is what went back and what was kept, to the won. */
@ShopTest
@Import(Statements.class)
@TestPropertySource(
        properties = {"orders.return-shipping-fee=3000", "orders.return-address=Returns, 1 Mapo-daero, Seoul 04168"})
class KeptFeeTests extends ShopScenario {

    @Autowired
    OrderInvariants invariants;

    @Autowired
    CarrierInbox carrier;

    @Autowired
    PaymentHoldings holdings;

    @Autowired
    InventoryService inventory;

    @Autowired
    JdbcTemplate jdbc;

    Sku sku;

    @BeforeEach
    void openShop() throws Exception {
        sku = shop.product(10);
    }

    @Test
    void isKeptOfAReturnOfEverything() throws Exception {
        OrderNumber order = delivered(2, "card");

        returned(order, ReturnReason.CHANGE_OF_MIND, 2, 2);

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.RETURNED);
        assertThat(shop.order(order).refundedAmount()).isEqualTo(17_000);
        assertThat(kept(order)).containsExactly(3_000L);
        assertThat(holdings.of(order).held()).isEqualTo(Money.ZERO);
        assertPromisesKept();
    }

    @Test
    void isKeptOfEachReturn() throws Exception {
        OrderNumber order = delivered(3, "card");

        returned(order, ReturnReason.CHANGE_OF_MIND, 1, 1);
        assertThat(holdings.of(order).held()).isEqualTo(Money.won(20_000));
        assertPromisesKept();
        returned(order, ReturnReason.CHANGE_OF_MIND, 2, 2);

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.RETURNED);
        assertThat(shop.order(order).refundedAmount()).isEqualTo(24_000);
        assertThat(kept(order)).containsExactly(3_000L, 3_000L);
        assertPromisesKept();
    }

    @Test
    void isNoMoreThanTheGoodsAreWorth() throws Exception {
        inventory.put(sku, "A cheap thing", Money.won(2_000), 10);
        OrderNumber order = delivered(1, "card");

        returned(order, ReturnReason.CHANGE_OF_MIND, 1, 1);

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.RETURNED);
        assertThat(shop.order(order).refundedAmount()).isZero();
        assertThat(kept(order)).containsExactly(2_000L);
        assertPromisesKept();
    }

    @Test
    void isKeptWhereTheRefundIsSettledByOtherMeans() throws Exception {
        OrderNumber order = delivered(1, "refuse-refund");

        returned(order, ReturnReason.CHANGE_OF_MIND, 1, 1);
        answer(
                order,
                "Task_SettleRefund",
                Map.of("settlement", "SETTLED_OUTSIDE", "settlementReference", "bank transfer 4711"));

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.RETURNED);
        assertThat(kept(order)).containsExactly(3_000L);
        assertPromisesKept();
    }

    @Test
    void isNotKeptOfWhatIsDefective() throws Exception {
        OrderNumber order = delivered(1, "card");

        returned(order, ReturnReason.DEFECTIVE, 1, 1);

        assertThat(shop.order(order).refundedAmount()).isEqualTo(10_000);
        assertThat(kept(order)).isEmpty();
        assertPromisesKept();
    }

    @Test
    void isNotKeptWhereNothingIsAccepted() throws Exception {
        OrderNumber order = delivered(2, "card");

        returned(order, ReturnReason.CHANGE_OF_MIND, 1, 0);

        assertThat(kept(order)).isEmpty();
        assertThat(holdings.of(order).held()).isEqualTo(Money.won(20_000));
        assertPromisesKept();
    }

    @Test
    void isNotKeptOfWhatCostNothing() throws Exception {
        OrderNumber order = shop.place(sku, 1, shop.freeOfCharge(1));
        shop.pay(order, "card");
        shop.letWorkBeDone(order);
        told(order, "shipment.delivered");

        returned(order, ReturnReason.CHANGE_OF_MIND, 1, 1);

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.RETURNED);
        assertThat(kept(order)).isEmpty();
        assertPromisesKept();
    }

    /** Who gets nothing pays nothing. */
    @Test
    void goesBackWithTheRestWhenTheOtherGoodsNeverArrive() throws Exception {
        OrderNumber order = shop.place(sku, 2);
        shop.pay(order, "card");
        shop.letWorkBeDone(order);
        told(order, "shipment.in_transit");
        returned(order, ReturnReason.CHANGE_OF_MIND, 1, 1);
        assertThat(kept(order)).containsExactly(3_000L);
        told(order, "shipment.failure");

        answer(order, "Task_ResolveShippingFailure", Map.of("resolution", "GIVE_UP_RESTOCK"));

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(shop.order(order).refundedAmount()).isEqualTo(20_000);
        assertThat(kept(order)).isEmpty();
        assertPromisesKept();
    }

    private OrderNumber delivered(int pieces, String paymentKey) throws Exception {
        OrderNumber order = shop.place(sku, pieces);
        shop.pay(order, paymentKey);
        shop.letWorkBeDone(order);
        told(order, "shipment.delivered");
        return order;
    }

    private void told(OrderNumber order, String type) {
        String id = UUID.randomUUID().toString();
        carrier.receive(new CarrierMessage(id, type, "simulated", id, null, order.value(), null, clock.instant()));
    }

    private void returned(OrderNumber order, ReturnReason reason, int pieces, int accepted) throws Exception {
        returns.request(new RequestReturn(
                order, Optional.empty(), new Actor("alice"), reason, null, Map.of(sku, new Quantity(pieces))));
        answer(order, "Task_ApproveReturn", Map.of("returnDecision", "APPROVE"));
        answer(order, "Task_ReceiveGoods", Map.of());
        answer(
                order,
                "Task_InspectReturn",
                Map.of(
                        "inspection",
                        "[{\"sku\": \"%s\", \"accepted\": %d, \"restock\": true}]".formatted(sku, accepted)));
    }

    private void answer(OrderNumber order, String task, Map<String, Object> answer) {
        tasks.complete(
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(order.value())
                        .taskDefinitionKey(task)
                        .singleResult()
                        .getId(),
                answer);
        shop.letWorkBeDone(order);
    }

    private List<Long> kept(OrderNumber order) {
        return jdbc.queryForList(
                "select amount from kept_fee where order_number = ? and given_back_at is null order by refund_id",
                Long.class,
                order.value());
    }

    private void assertPromisesKept() {
        invariants.check(new Assortment(Map.of(sku, 10), List.of()));
    }
}
