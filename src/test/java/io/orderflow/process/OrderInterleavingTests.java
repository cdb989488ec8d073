package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.LockWaits;
import io.orderflow.order.placing.CannotCancel;
import io.orderflow.order.placing.NotAwaitingPayment;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.asking.CarrierClerk;
import io.orderflow.shipping.carriers.CarrierBooks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two things happen to an order in two transactions that overlap, and the second runs into the locks of the first:
 * every pair in every situation where it makes sense, each way round.
 */
@ShopTest
class OrderInterleavingTests extends ShopScenario {

    @Autowired
    GatewayClerk clerk;

    @Autowired
    CarrierBooks carrier;

    @Autowired
    CarrierClerk carrierClerk;

    @Autowired
    LockWaits locks;

    @Autowired
    TransactionTemplate transaction;

    Sku sku;
    CouponCode coupon;
    Runnable answer;

    /** Where an order stands, by the steps of its process that are done, and what may happen to it there. */
    enum Situation {
        UNPAID(Set.of(Act.PAY, Act.PAY_WITH_OTHER_CARD, Act.CANCEL, Act.CANCEL_BY_OPS, Act.TIME_UP)),
        CHARGE_DUE(Set.of(Act.WORK, Act.CANCEL, Act.PAY, Act.PAY_WITH_OTHER_CARD, Act.HINT)),
        APPROVAL_IN_HAND(Act.DURING_CHARGE),
        DECLINE_IN_HAND(Act.DURING_CHARGE),
        UNKNOWN_IN_HAND(Act.DURING_CHARGE),
        LAST_UNKNOWN_IN_HAND(Act.DURING_CHARGE),
        UNRESOLVED(Set.of(Act.WORK, Act.CANCEL, Act.CANCEL_BY_OPS, Act.PAY, Act.HINT)),
        ANSWER_LEFT_FOR_LATER(Set.of(Act.WORK, Act.CANCEL, Act.CANCEL_BY_OPS, Act.HAND_OVER)),
        BOOKING_DUE(Act.AROUND_CARRIER),
        BOOKING_IN_HAND(Act.WITH_CARRIERS_ANSWER),
        NO_BOOKING_IN_HAND(Act.WITH_CARRIERS_ANSWER),
        BOOKING_REFUSED(Act.AROUND_CARRIER),
        RECALL_DUE(Act.AROUND_CARRIER),
        RECALL_IN_HAND(Act.WITH_CARRIERS_ANSWER),
        NO_RECALL_IN_HAND(Act.WITH_CARRIERS_ANSWER),
        RECALL_REFUSED(Act.AROUND_CARRIER),
        RECALL_BEFORE_BOOKING(Act.WITH_CARRIERS_ANSWER),
        BOOKED(Set.of(Act.CANCEL, Act.CANCEL_BY_OPS, Act.HAND_OVER, Act.DELIVER)),
        CALLED_BACK(Set.of(Act.WORK, Act.CANCEL, Act.HAND_OVER, Act.DELIVER)),
        REFUND_DUE(Set.of(Act.WORK, Act.ASK, Act.CANCEL, Act.HINT)),
        REFUND_IN_HAND(Set.of(Act.WORK, Act.ANSWER, Act.ASK, Act.CANCEL, Act.HINT)),
        REFUSAL_IN_HAND(Set.of(Act.WORK, Act.ANSWER, Act.ASK, Act.CANCEL, Act.HINT)),
        SHIPPED(Set.of(Act.CANCEL, Act.HAND_OVER, Act.DELIVER)),
        GIVEN_UP_BY_CARRIER(Set.of(Act.DELIVER, Act.SHIP_AGAIN, Act.GIVE_UP));

        final Set<Act> possible;

        Situation(Set<Act> possible) {
            this.possible = possible;
        }
    }

    /**
     * ANSWER stores what the gateway or the carrier has said, ASK is another node that wants to ask the gateway,
     * ASK_CARRIER one that wants to ask the carrier, HINT the gateway's webhook.
     */
    enum Act {
        PAY,
        PAY_WITH_OTHER_CARD,
        CANCEL,
        CANCEL_BY_OPS,
        TIME_UP,
        WORK,
        ANSWER,
        ASK,
        ASK_CARRIER,
        HINT,
        HAND_OVER,
        DELIVER,
        SHIP_AGAIN,
        GIVE_UP;

        static final Set<Act> NEWS = Set.of(HAND_OVER, DELIVER);
        static final Set<Act> AROUND_CARRIER = Set.of(ASK_CARRIER, WORK, CANCEL, HAND_OVER);
        static final Set<Act> WITH_CARRIERS_ANSWER = Set.of(ANSWER, ASK_CARRIER, WORK, CANCEL, HAND_OVER);
        static final Set<Act> DURING_CHARGE =
                Set.of(ANSWER, ASK, HINT, CANCEL, CANCEL_BY_OPS, PAY, PAY_WITH_OTHER_CARD, TIME_UP);
    }

    static Stream<Arguments> pairs() {
        return Stream.of(Situation.values())
                .flatMap(situation -> situation.possible.stream()
                        .sorted()
                        .flatMap(first -> situation.possible.stream()
                                .sorted()
                                .map(second -> Arguments.of(situation, first, second))));
    }

    @BeforeEach
    void openShop() throws Exception {
        sku = shop.product(10);
        coupon = shop.coupon(1);
    }

    @ParameterizedTest(name = "{0}: {1} before {2}")
    @MethodSource("pairs")
    void secondMeetsWhatFirstLeft(Situation situation, Act first, Act second) throws Exception {
        OrderNumber order = orderIn(situation);

        CompletableFuture<Object> outcome = new CompletableFuture<>();
        try {
            transaction.executeWithoutResult(t -> {
                Object told = outcomeOf(first, order, 1);
                if (!(Act.NEWS.contains(first) && told instanceof ConcurrencyFailureException)) {
                    assertContract(first, told);
                }
                startBehind(outcome, () -> outcomeOf(second, order, 2));
            });
        } catch (UnexpectedRollbackException e) {
            if (Act.NEWS.contains(first)) {
                assertContract(first, outcomeOf(first, order, 1)); // on its own it is kept for later
            }
            // The first found that it has to be tried again, and does so below.
        }

        assertContract(second, outcome.join());
        staff.finish(new Assortment(Map.of(sku, 10), List.of(coupon)));
    }

    private OrderNumber orderIn(Situation situation) throws Exception {
        OrderNumber order = shop.place(sku, 2, coupon);
        if (situation == Situation.UNPAID) {
            return order;
        }
        if (List.of("BOOKING", "RECALL").stream().anyMatch(situation.name()::contains)) {
            return orderWithCarrierElsewhere(situation, order);
        }
        if (List.of("IN_HAND", "UNRESOLVED").stream().anyMatch(situation.name()::contains)) {
            return orderBetween(situation, order);
        }
        shop.pay(order, "card");
        if (situation == Situation.ANSWER_LEFT_FOR_LATER) {
            clerk.leaveForLater(order);
        } else if (situation != Situation.CHARGE_DUE) {
            shop.letOneStepBeDone(order);
        }
        if (situation == Situation.CALLED_BACK) {
            shop.cancel(order);
        } else if (situation == Situation.REFUND_DUE) {
            callBack(order);
        } else if (situation == Situation.SHIPPED) {
            act(Act.HAND_OVER, order, 0);
        } else if (situation == Situation.GIVEN_UP_BY_CARRIER) {
            tell(order, "shipment.failure", 0);
        }
        return order;
    }

    /** An order of which a carrier elsewhere is, or is to be, asked. */
    private OrderNumber orderWithCarrierElsewhere(Situation situation, OrderNumber order) throws Exception {
        carrier.moveAway();
        shop.pay(order, "card");
        shop.letOneStepBeDone(order);
        switch (situation) {
            case BOOKING_DUE -> {}
            case BOOKING_IN_HAND -> answer = carrierClerk.ask(order);
            case NO_BOOKING_IN_HAND, BOOKING_REFUSED -> refuse(order, situation == Situation.NO_BOOKING_IN_HAND);
            case RECALL_BEFORE_BOOKING -> {
                answer = carrierClerk.ask(order);
                shop.cancel(order);
                shop.letOneStepBeDone(order);
            }
            default -> recall(order, situation);
        }
        return order;
    }

    private void recall(OrderNumber order, Situation situation) throws Exception {
        carrierClerk.serve(order);
        shop.cancel(order);
        shop.letOneStepBeDone(order);
        if (situation == Situation.RECALL_IN_HAND) {
            answer = carrierClerk.ask(order);
        } else if (situation != Situation.RECALL_DUE) {
            refuse(order, situation == Situation.NO_RECALL_IN_HAND);
            carrier.takeBack(order); // as somebody sees to by telephone
        }
    }

    private void refuse(OrderNumber order, boolean inHand) {
        carrier.refuse(order, "no");
        Runnable no = carrierClerk.ask(order);
        carrier.relent(order);
        if (inHand) {
            answer = no;
        } else {
            no.run();
        }
    }

    @AfterEach
    void haveTheCarrierBack() {
        carrier.comeBack();
    }

    /** An order of which the gateway is being asked. */
    private OrderNumber orderBetween(Situation situation, OrderNumber order) throws Exception {
        shop.pay(
                order,
                switch (situation) {
                    case DECLINE_IN_HAND -> "decline";
                    case UNKNOWN_IN_HAND -> "timeout";
                    case LAST_UNKNOWN_IN_HAND, UNRESOLVED -> "silent";
                    case REFUSAL_IN_HAND -> "refuse-refund";
                    default -> "card";
                });
        if (situation == Situation.REFUND_IN_HAND || situation == Situation.REFUSAL_IN_HAND) {
            shop.letWorkBeDone(order);
            callBack(order);
        } else if (situation == Situation.LAST_UNKNOWN_IN_HAND || situation == Situation.UNRESOLVED) {
            askInVain(order, situation == Situation.UNRESOLVED ? 6 : 5);
        }
        if (situation != Situation.UNRESOLVED) {
            answer = clerk.ask(order);
        }
        gateway.relent(order);
        return order;
    }

    /** Called back as far as the wish for the refund. */
    private void callBack(OrderNumber order) throws Exception {
        shop.cancel(order);
        shop.letOneStepBeDone(order);
        shop.letOneStepBeDone(order);
    }

    private void askInVain(OrderNumber order, int tries) {
        for (int tried = 0; tried < tries; tried++) {
            shop.letGatewayBeAsked(order);
            staff.later(Duration.ofMinutes(10));
        }
    }

    /** Starts something beside this transaction, and waits until it waits for us, or is through. */
    private void startBehind(CompletableFuture<Object> outcome, Supplier<Object> what) {
        new Thread(() -> outcome.complete(what.get())).start();
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(90))
                .until(() -> outcome.isDone() || locks.isSomebodyWaiting());
    }

    private Object outcomeOf(Act act, OrderNumber order, int who) {
        try {
            act(act, order, who);
            return "done";
        } catch (Exception e) {
            return e;
        }
    }

    private void act(Act act, OrderNumber order, int who) throws Exception {
        switch (act) {
            case PAY -> shop.pay(order, "card");
            case PAY_WITH_OTHER_CARD -> shop.pay(order, "card-" + who);
            case CANCEL -> shop.cancel(order);
            case CANCEL_BY_OPS -> shop.cancel(order, Shop.OPS_ASK);
            case TIME_UP -> staff.timeUp(order);
            case WORK -> staff.work(order);
            case ANSWER -> answer.run();
            case ASK -> shop.letGatewayBeAsked(order);
            case ASK_CARRIER -> shop.letCarrierBeAsked(order);
            case HINT -> clerk.hint(order);
            case HAND_OVER -> tell(order, "shipment.in_transit", who);
            case DELIVER -> tell(order, "shipment.delivered", who);
            case SHIP_AGAIN -> decide(order, "SHIP_AGAIN");
            case GIVE_UP -> decide(order, "GIVE_UP_RESTOCK");
        }
    }

    private void tell(OrderNumber order, String type, int who) {
        staff.news(order, type, who, Duration.ZERO);
        staff.takeNews();
    }

    /** There may be nothing to decide any more. */
    private void decide(OrderNumber order, String resolution) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(order.value())
                .taskDefinitionKey("Task_ResolveShippingFailure")
                .list()
                .forEach(task -> tasks.complete(task.getId(), Map.of("resolution", resolution)));
    }

    /** The engine tries its own work again; nobody else is told of anything but the contract's refusals. */
    private static void assertContract(Act act, Object outcome) {
        switch (act) {
            case PAY, PAY_WITH_OTHER_CARD ->
                assertThat(outcome).matches(it -> it.equals("done") || it instanceof NotAwaitingPayment);
            case CANCEL, CANCEL_BY_OPS ->
                assertThat(outcome).matches(it -> it.equals("done") || it instanceof CannotCancel);
            case HAND_OVER, DELIVER, HINT -> assertThat(outcome).isEqualTo("done");
            case SHIP_AGAIN, GIVE_UP ->
                assertThat(outcome).matches(it -> it.equals("done") || it instanceof ProcessEngineException);
            case WORK, TIME_UP, ANSWER, ASK, ASK_CARRIER -> {}
        }
    }
}
