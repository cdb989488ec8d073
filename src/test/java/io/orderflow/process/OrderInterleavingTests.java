package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.LockWaits;
import io.orderflow.order.CannotCancel;
import io.orderflow.order.NotAwaitingPayment;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two things happen to an order in two transactions that overlap, and the second runs into the locks of the first: every
 * pair in every situation where it makes sense, each way round.
 */
@ShopTest
class OrderInterleavingTests {

    @Autowired
    Shop shop;
    @Autowired
    ShopStaff staff;
    @Autowired
    LockWaits locks;
    @Autowired
    TransactionTemplate transaction;

    Sku sku;
    CouponCode coupon;

    /** Where an order stands, by the steps of its process that are done, and what may happen to it there. */
    enum Situation {
        UNPAID(Set.of(Act.PAY, Act.PAY_WITH_OTHER_CARD, Act.CANCEL, Act.CANCEL_BY_OPS, Act.TIME_UP)),
        CHARGE_DUE(Set.of(Act.WORK, Act.CANCEL, Act.PAY, Act.PAY_WITH_OTHER_CARD)),
        CONFIRMATION_DUE(Set.of(Act.WORK, Act.CANCEL, Act.CANCEL_BY_OPS)),
        BOOKING_DUE(Set.of(Act.WORK, Act.CANCEL, Act.CANCEL_BY_OPS, Act.HAND_OVER)),
        BOOKED(Set.of(Act.CANCEL, Act.CANCEL_BY_OPS, Act.HAND_OVER, Act.DELIVER)),
        CALLED_BACK(Set.of(Act.WORK, Act.CANCEL, Act.HAND_OVER, Act.DELIVER)),
        SHIPPED(Set.of(Act.CANCEL, Act.HAND_OVER, Act.DELIVER));

        final Set<Act> possible;

        Situation(Set<Act> possible) {
            this.possible = possible;
        }
    }

    enum Act { PAY, PAY_WITH_OTHER_CARD, CANCEL, CANCEL_BY_OPS, TIME_UP, WORK, HAND_OVER, DELIVER }

    static Stream<Arguments> pairs() {
        return Stream.of(Situation.values()).flatMap(situation -> situation.possible.stream().sorted()
                .flatMap(first -> situation.possible.stream().sorted().map(second -> Arguments.of(situation, first, second))));
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
                assertContract(first, outcomeOf(first, order, 1));
                startBehind(outcome, () -> outcomeOf(second, order, 2));
            });
        } catch (UnexpectedRollbackException e) {
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
        shop.pay(order, "card");
        int steps = Map.of(Situation.CHARGE_DUE, 0, Situation.CONFIRMATION_DUE, 1, Situation.BOOKING_DUE, 2)
                .getOrDefault(situation, 3);
        for (int step = 0; step < steps; step++) {
            shop.letOneStepBeDone(order);
        }
        if (situation == Situation.CALLED_BACK) {
            shop.cancel(order);
        } else if (situation == Situation.SHIPPED) {
            act(Act.HAND_OVER, order, 0);
        }
        return order;
    }

    /** Starts something beside this transaction, and waits until it waits for us, or is through. */
    private void startBehind(CompletableFuture<Object> outcome, Supplier<Object> what) {
        new Thread(() -> outcome.complete(what.get())).start();
        await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(30))
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
            case HAND_OVER -> tell(order, "shipment.in_transit", who);
            case DELIVER -> tell(order, "shipment.delivered", who);
        }
    }

    private void tell(OrderNumber order, String type, int who) {
        staff.news(order, type, who, Duration.ZERO);
        staff.takeNews();
    }

    /** The engine tries its own work again; nobody else is told of anything but the contract's refusals. */
    private static void assertContract(Act act, Object outcome) {
        switch (act) {
            case PAY, PAY_WITH_OTHER_CARD -> assertThat(outcome).matches(it -> it.equals("done") || it instanceof NotAwaitingPayment);
            case CANCEL, CANCEL_BY_OPS -> assertThat(outcome).matches(it -> it.equals("done") || it instanceof CannotCancel);
            case HAND_OVER, DELIVER -> assertThat(outcome).isEqualTo("done");
            case WORK, TIME_UP -> { }
        }
    }
}
