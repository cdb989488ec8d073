package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseOutcome;
import io.orderflow.cases.CaseState;
import io.orderflow.cases.CaseView;
import io.orderflow.order.OrderStatus;
import io.orderflow.returns.RequestReturn;
import io.orderflow.returns.ReturnReason;
import io.orderflow.shared.Actor;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.carriers.CarrierBooks;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/**
 * Somebody deletes the process of an order or of a return, wherever it stands: each way out that the case offers leads
 * back to where the order or the return really was, and from there to a right end; the others are refused.
 */
@ShopTest
class LostProcessTests extends ShopScenario {

    /** Where an order stands, which way out there is then, and where that leads in the end. */
    enum Standing {
        UNPAID(CaseOutcome.GIVE_BACK, OrderStatus.CANCELLED),
        BEING_CHARGED(CaseOutcome.GIVE_BACK, OrderStatus.REFUNDED),
        BEING_BOOKED(CaseOutcome.GIVE_BACK, OrderStatus.REFUNDED),
        AWAITING_HAND_OVER(CaseOutcome.GIVE_BACK, OrderStatus.REFUNDED),
        BEING_RECALLED(CaseOutcome.GIVE_BACK, OrderStatus.REFUNDED),
        CALLED_OFF_UNPAID(CaseOutcome.GIVE_BACK, OrderStatus.CANCELLED),
        CALLED_OFF(CaseOutcome.GIVE_BACK, OrderStatus.REFUNDED),
        COUPON_TO_RESTORE(CaseOutcome.GIVE_BACK, OrderStatus.REFUNDED),
        STOCK_TO_RELEASE(CaseOutcome.GIVE_BACK, OrderStatus.REFUNDED),
        REFUND_UNDER_WAY(CaseOutcome.GIVE_BACK, OrderStatus.REFUNDED),
        REFUND_REFUSED(CaseOutcome.GIVE_BACK, OrderStatus.REFUNDED),
        REFUND_TRIED_AGAIN(CaseOutcome.GIVE_BACK, OrderStatus.REFUNDED),
        ON_ITS_WAY(CaseOutcome.RESUME, OrderStatus.COMPLETED),
        SHIPPING_FAILED(CaseOutcome.RESUME, OrderStatus.REFUNDED),
        SHIPPED_AGAIN(CaseOutcome.GIVE_BACK, OrderStatus.REFUNDED),
        ON_ITS_WAY_AGAIN(CaseOutcome.RESUME, OrderStatus.COMPLETED),
        GIVEN_UP(CaseOutcome.GIVE_BACK, OrderStatus.REFUNDED),
        GIVEN_UP_AND_LOST(CaseOutcome.GIVE_BACK, OrderStatus.REFUNDED);

        private final CaseOutcome wayOut;
        private final OrderStatus end;

        Standing(CaseOutcome wayOut, OrderStatus end) {
            this.wayOut = wayOut;
            this.end = end;
        }
    }

    /** Where a return stands, and at which step it is found again. */
    enum Stage {
        TO_DECIDE("Task_ApproveReturn"),
        TO_RECEIVE("Task_ReceiveGoods"),
        TO_INSPECT("Task_InspectReturn"),
        BROUGHT_BACK("Task_InspectReturn"),
        BEING_REFUNDED("Task_AwaitRefund"),
        REFUND_REFUSED("Task_SettleRefund"),
        REFUND_TRIED_AGAIN("Task_AwaitRefund");

        private final String step;

        Stage(String step) {
            this.step = step;
        }
    }

    @Autowired
    CarrierBooks carrier;

    Sku sku;
    CouponCode coupon;
    OrderNumber order;
    int news;

    @BeforeEach
    void placeOrder() throws Exception {
        sku = shop.product(10);
        coupon = shop.coupon(1);
        order = shop.place(sku, 2, coupon);
    }

    @AfterEach
    void haveTheCarrierBack() {
        carrier.comeBack();
    }

    @ParameterizedTest
    @EnumSource
    void orderComesToARightEnd(Standing standing) throws Exception {
        bring(standing);
        delete("Order");

        watch.look();
        assertThat(openCase().kind()).isEqualTo(CaseKind.ORPHANED_ORDER);
        shop.letGatewayBeAsked(order);
        OrderStatus status = shop.order(order).status();
        Arrays.stream(CaseOutcome.values())
                .filter(outcome -> outcome != standing.wayOut)
                .forEach(this::assertRefused);
        assertThat(shop.order(order).status()).isEqualTo(status);
        answer("Task_ResolveCase", Map.of("outcome", standing.wayOut.name()));
        goOn();

        assertThat(shop.order(order).status()).isEqualTo(standing.end);
        assertNothingIsLeft(standing == Standing.GIVEN_UP_AND_LOST ? 8 : 10);
    }

    /** What the carrier has told waits for a process; giving back would refund what the customer has. */
    @Test
    void orderOfWhichTheCarrierHasToldGoesOn() throws Exception {
        pay("card");
        delete("Order");
        staff.news(order, "shipment.in_transit", 1, Duration.ZERO);
        staff.news(order, "shipment.delivered", 2, Duration.ZERO);
        staff.takeNews();
        watch.look();
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PROCESSING);

        assertRefused(CaseOutcome.GIVE_BACK);
        answer("Task_ResolveCase", Map.of("outcome", "RESUME"));
        staff.later(Duration.ofMinutes(2));
        staff.takeNews();

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertNothingIsLeft(10);
    }

    private static Stream<Arguments> returns() {
        return Arrays.stream(Stage.values())
                .flatMap(stage -> Stream.of(
                        Arguments.of(stage, true, false),
                        Arguments.of(stage, false, false),
                        Arguments.of(stage, false, true)));
    }

    @ParameterizedTest(name = "{0}, delivered {1}, order lost too {2}")
    @MethodSource("returns")
    void returnGoesOnWhereItStood(Stage stage, boolean delivered, boolean orderToo) throws Exception {
        pay(stage.name().startsWith("REFUND") ? "refuse-refund" : "card");
        tell("shipment.in_transit");
        if (delivered) {
            tell("shipment.delivered");
        }
        bring(stage);
        delete("Return");
        if (orderToo) {
            delete("Order");
        }

        watch.look();
        assertThat(openCase().finding()).contains("has no running process");
        assertRefused(CaseOutcome.GIVE_BACK);
        answer("Task_ResolveCase", Map.of("outcome", "RESUME"));

        assertThat(standing()).contains(stage.step);
        assertThat(waiting()).hasSize(stage.step.startsWith("Task_Await") ? 0 : 1);
        finishReturn();
        assertThat(returns.hasOpen(order)).isFalse();
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.RETURNED);
        assertThat(shop.order(order).refundedAmount()).isEqualTo(Money.won(19_000));
        assertNothingIsLeft(10);
    }

    // ---- how orders and returns get there

    private void bring(Standing standing) throws Exception {
        switch (standing) {
            case UNPAID -> {}
            case BEING_CHARGED -> shop.pay(order, "card");
            case BEING_BOOKED -> {
                carrier.moveAway();
                shop.pay(order, "card");
                shop.letGatewayBeAsked(order);
            }
            case AWAITING_HAND_OVER -> pay("card");
            case BEING_RECALLED -> {
                carrier.moveAway();
                pay("card");
                shop.cancel(order);
                shop.letOneStepBeDone(order);
            }
            case CALLED_OFF_UNPAID -> shop.cancel(order);
            case CALLED_OFF, COUPON_TO_RESTORE, STOCK_TO_RELEASE, REFUND_UNDER_WAY -> {
                pay("card");
                shop.cancel(order);
                letUndo(standing.ordinal() - Standing.CALLED_OFF.ordinal());
            }
            case REFUND_REFUSED, REFUND_TRIED_AGAIN -> {
                pay("refuse-refund");
                shop.cancel(order);
                shop.letWorkBeDone(order);
                if (standing == Standing.REFUND_TRIED_AGAIN) {
                    answer("Task_SettleRefund", Map.of("settlement", "RETRY"));
                }
            }
            case ON_ITS_WAY -> ship();
            case SHIPPING_FAILED, SHIPPED_AGAIN, ON_ITS_WAY_AGAIN, GIVEN_UP, GIVEN_UP_AND_LOST -> {
                ship();
                tell("shipment.failure");
                resolve(standing);
            }
        }
    }

    private void resolve(Standing standing) {
        switch (standing) {
            case SHIPPED_AGAIN -> resolveFailure("SHIP_AGAIN");
            case ON_ITS_WAY_AGAIN -> {
                resolveFailure("SHIP_AGAIN");
                shop.letWorkBeDone(order);
                tell("shipment.in_transit");
            }
            case GIVEN_UP -> resolveFailure("GIVE_UP_RESTOCK");
            case GIVEN_UP_AND_LOST -> resolveFailure("GIVE_UP_WRITE_OFF");
            default -> {}
        }
    }

    private void resolveFailure(String resolution) {
        answer("Task_ResolveShippingFailure", Map.of("resolution", resolution));
    }

    private void bring(Stage stage) throws Exception {
        returns.request(new RequestReturn(
                order, Optional.empty(), new Actor("alice"), ReturnReason.CHANGE_OF_MIND, null, Map.of()));
        if (stage != Stage.TO_DECIDE) {
            answer("Task_ApproveReturn", Map.of("returnDecision", "APPROVE"));
        }
        if (stage == Stage.BROUGHT_BACK) {
            tell("return.received");
        } else if (stage.ordinal() > Stage.TO_RECEIVE.ordinal()) {
            answer("Task_ReceiveGoods", Map.of());
        }
        if (stage.ordinal() >= Stage.BEING_REFUNDED.ordinal()) {
            inspect();
        }
        if (stage.ordinal() >= Stage.REFUND_REFUSED.ordinal()) {
            shop.letWorkBeDone(order);
        }
        if (stage == Stage.REFUND_TRIED_AGAIN) {
            answer("Task_SettleRefund", Map.of("settlement", "RETRY"));
        }
    }

    private void pay(String key) throws Exception {
        shop.pay(order, key);
        shop.letWorkBeDone(order);
    }

    private void ship() throws Exception {
        pay("card");
        tell("shipment.in_transit");
    }

    /** Undoes so many steps, without asking the gateway. */
    private void letUndo(int steps) {
        for (int i = 0; i < steps + 1; i++) {
            shop.letOneStepBeDone(order);
        }
    }

    private void tell(String type) {
        staff.later(Duration.ofSeconds(1));
        staff.news(order, type, ++news, Duration.ZERO);
        staff.takeNews();
    }

    private void inspect() {
        answer(
                "Task_InspectReturn",
                Map.of("inspection", "[{\"sku\": \"%s\", \"accepted\": 2, \"restock\": true}]".formatted(sku)));
    }

    private void delete(String process) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(order.value())
                .processDefinitionKey(process)
                .list()
                .forEach(it -> runtime.deleteProcessInstance(it.getId(), "deleted by hand", true, true));
    }

    // ---- what people do then

    /** Until nobody has to do anything any more. */
    private void goOn() throws Exception {
        shop.letWorkBeDone(order);
        if (isWaiting("Task_ResolveShippingFailure")) {
            resolveFailure("GIVE_UP_RESTOCK");
        }
        if (shop.order(order).status() == OrderStatus.SHIPPED) {
            tell("shipment.delivered");
        }
        settle();
    }

    private void finishReturn() {
        if (isWaiting("Task_ApproveReturn")) {
            answer("Task_ApproveReturn", Map.of("returnDecision", "APPROVE"));
        }
        if (isWaiting("Task_ReceiveGoods")) {
            answer("Task_ReceiveGoods", Map.of());
        }
        if (isWaiting("Task_InspectReturn")) {
            inspect();
        }
        settle();
    }

    private void settle() {
        shop.letWorkBeDone(order);
        if (isWaiting("Task_SettleRefund")) {
            answer("Task_SettleRefund", Map.of("settlement", "SETTLED_OUTSIDE", "settlementReference", "BANK-1"));
            shop.letWorkBeDone(order);
        }
    }

    private void answer(String task, Map<String, Object> answer) {
        tasks.complete(task(task).getId(), answer);
    }

    private Task task(String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(order.value())
                .taskDefinitionKey(key)
                .singleResult();
    }

    private boolean isWaiting(String task) {
        return task(task) != null;
    }

    private List<Task> waiting() {
        return tasks.createTaskQuery().processInstanceBusinessKey(order.value()).list();
    }

    /** All steps at which a process of the order waits. */
    private List<String> standing() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(order.value()).list().stream()
                .flatMap(process -> runtime.getActiveActivityIds(process.getId()).stream())
                .toList();
    }

    // ---- what came of it

    private void assertRefused(CaseOutcome outcome) {
        assertThatThrownBy(() -> answer("Task_ResolveCase", Map.of("outcome", outcome.name())))
                .as(outcome.name())
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("outcome " + outcome + " is not possible");
    }

    private void assertNothingIsLeft(int onHand) throws Exception {
        int sold = shop.order(order).status() == OrderStatus.COMPLETED ? 2 : 0;
        staff.finish(new Assortment(Map.of(sku, onHand), List.of(coupon)));
        assertThat(shop.stock(sku).onHand()).isEqualTo(onHand - sold);
        assertThat(gateway.charges(order)).isLessThan(2);
        assertThat(waiting()).isEmpty();
        watch.look();
        assertThat(openCases()).isEmpty();
    }

    private CaseView openCase() {
        assertThat(openCases()).hasSize(1);
        return openCases().get(0);
    }

    private List<CaseView> openCases() {
        return cases.search(CaseState.OPEN, PageRequest.of(0, 1000, Sort.by("caseNumber")))
                .filter(it -> order.equals(it.orderNumber()))
                .toList();
    }
}
