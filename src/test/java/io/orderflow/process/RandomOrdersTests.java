package io.orderflow.process;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;

/**
 * Whatever happens to the orders of a small shop, in whatever order: once all work is done, every promise is kept. A
 * failure names the seed that repeats it and the shortest history found that leads to it.
 */
@ShopTest
class RandomOrdersTests {

    private static final TestContextManager SPRING = new TestContextManager(RandomOrdersTests.class);
    private static final List<String> NEWS = List.of(
            "shipment.in_transit",
            "shipment.out_for_delivery",
            "shipment.delivered",
            "shipment.failure",
            "shipment.return_to_sender");

    private final Object shopIsOpen = new Object();
    private boolean over;

    @Autowired
    ShopStaff staff;

    RandomOrdersTests() throws Exception {
        SPRING.prepareTestInstance(this);
    }

    @Property(tries = 250)
    void keepsEveryPromise(@ForAll("days") List<Move> day) throws Exception {
        play(day);
    }

    @Property(tries = 50)
    @Tag("database")
    void keepsEveryPromiseOnEveryDatabase(@ForAll("days") List<Move> day) throws Exception {
        play(day);
    }

    @Property(tries = 100)
    void keepsEveryPromiseWithACarrierElsewhere(@ForAll("daysOfACarrierElsewhere") List<Move> day) throws Exception {
        playElsewhere(day);
    }

    @Property(tries = 30)
    @Tag("database")
    void keepsEveryPromiseWithACarrierElsewhereOnEveryDatabase(@ForAll("daysOfACarrierElsewhere") List<Move> day)
            throws Exception {
        playElsewhere(day);
    }

    private void playElsewhere(List<Move> day) throws Exception {
        synchronized (shopIsOpen) {
            staff.carrier().moveAway();
            try {
                play(day);
            } finally {
                staff.carrier().comeBack();
            }
        }
    }

    private void play(List<Move> day) throws Exception {
        synchronized (shopIsOpen) {
            assumeThat(over).isFalse();
            ShopGame game = new ShopGame(staff);

            for (Move move : day) {
                move.make(game);
            }

            game.end();
        }
    }

    /** Whoever makes a history shorter in a thread of its own, as jqwik does, would play on beside the next tests. */
    @AfterProperty
    void closeTheShop() {
        synchronized (shopIsOpen) {
            over = true;
        }
    }

    @Provide
    Arbitrary<List<Move>> days() {
        return moves().list().ofMinSize(1).ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Move>> daysOfACarrierElsewhere() {
        return Arbitraries.frequencyOf(Tuple.of(6, moves()), Tuple.of(1, moods()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(50);
    }

    private static Arbitrary<Move> moves() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, places()),
                Tuple.of(8, payments()),
                Tuple.of(3, cancellations()),
                Tuple.of(8, work()),
                Tuple.of(1, order().map(Move.TimeUp::new)),
                Tuple.of(4, news()),
                Tuple.of(3, Arbitraries.just(new Move.TakeNews())),
                Tuple.of(2, Arbitraries.of(1, 20).map(Move.Later::new)),
                Tuple.of(1, settlements()),
                Tuple.of(1, order().map(Move.Suspend::new)),
                Tuple.of(1, order().map(Move.Activate::new)));
    }

    private static Arbitrary<Move> moods() {
        return Combinators.combine(order(), Arbitraries.of(Move.Mood.class)).as(Move.CarriersMood::new);
    }

    private static Arbitrary<Move> places() {
        Arbitrary<Map<Integer, Integer>> pieces = Arbitraries.maps(
                        Arbitraries.of(2, 1, 0), Arbitraries.integers().between(1, 4))
                .ofMinSize(1)
                .ofMaxSize(3);
        return Combinators.combine(pieces, Arbitraries.of(0, 0, 1, 2).injectNull(0.3))
                .as(Move.Place::new);
    }

    private static Arbitrary<Move> payments() {
        Arbitrary<String> keys = Arbitraries.frequency(
                Tuple.of(6, "card"),
                Tuple.of(2, "refuse-refund"),
                Tuple.of(1, "decline"),
                Tuple.of(1, "timeout"),
                Tuple.of(1, "other-card"));
        return Combinators.combine(order(), keys).as(Move.Pay::new);
    }

    private static Arbitrary<Move> cancellations() {
        return Combinators.combine(order(), Arbitraries.of(false, true)).as(Move.Cancel::new);
    }

    private static Arbitrary<Move> work() {
        return Combinators.combine(order(), Arbitraries.of(false, true)).as(Move.Work::new);
    }

    private static Arbitrary<Move> news() {
        return Combinators.combine(order(), Arbitraries.of(NEWS), Arbitraries.of(1, 2, 3), Arbitraries.of(0, 5))
                .as(Move.News::new);
    }

    private static Arbitrary<Move> settlements() {
        return Combinators.combine(order(), Arbitraries.of(false, true)).as(Move.Settle::new);
    }

    private static Arbitrary<Integer> order() {
        return Arbitraries.integers().between(0, 7);
    }
}
