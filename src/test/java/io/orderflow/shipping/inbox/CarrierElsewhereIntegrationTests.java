package io.orderflow.shipping.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.orderflow.HeldCall;
import io.orderflow.Together;
import io.orderflow.shipping.BookingAnswered;
import io.orderflow.shipping.BookingStatus;
import io.orderflow.shipping.CarrierUnresolved;
import io.orderflow.shipping.RecallAnswered;
import io.orderflow.shipping.RecallStatus;
import io.orderflow.shipping.ShipmentBooked;
import io.orderflow.shipping.ShipmentStatus;
import io.orderflow.shipping.asking.CarrierClerk;
import io.orderflow.shipping.carriers.CarrierBooks;
import io.orderflow.shipping.inbox.CarrierEvent.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A carrier that has to be asked outside, whatever it makes of what it is asked. */
class CarrierElsewhereIntegrationTests extends ShippingScenario {

    @Autowired
    CarrierBooks carrier;

    @Autowired
    CarrierClerk clerk;

    @Autowired
    DataSource dataSource;

    @BeforeEach
    void moveAway() {
        carrier.moveAway();
    }

    @AfterEach
    void comeBack() {
        carrier.relent(order);
        clerk.serve(order);
        carrier.comeBack();
    }

    // ---- booking

    @Test
    void isAskedOnceAfterTheCommit() {
        BookingStatus stored = shipping.book(order, 1);
        int before = carrier.calls("book", order, 1);

        boolean asked = clerk.serve(order);
        boolean askedAgain = clerk.serve(order);

        assertThat(stored).isEqualTo(BookingStatus.REQUESTED);
        assertThat(before).isZero();
        assertThat(List.of(asked, askedAgain)).containsExactly(true, false);
        assertThat(shipping.book(order, 1)).isEqualTo(BookingStatus.BOOKED);
        assertThat(carrier.parcels(order)).isOne();
        assertThat(heard()).containsExactly(booked(1), new BookingAnswered(order, BookingStatus.BOOKED));
    }

    @Test
    void isAskedWithoutTransactionOrConnection() throws Exception {
        shipping.book(order, 1);
        HeldCall call = carrier.hold(order);
        CompletableFuture<Boolean> asking = CompletableFuture.supplyAsync(() -> clerk.serve(order));
        call.awaitReached();

        int connections =
                dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
        call.answer();

        assertThat(asking.join()).isTrue();
        assertThat(connections).isZero();
        assertThat(carrier.wasAskedWithinTransaction()).isFalse();
    }

    @Test
    void parcelWhoseAnswerGotLostIsAskedForAgainUnderTheSameKey() {
        shipping.book(order, 1);
        carrier.loseAnswer(order);
        clerk.serve(order);
        boolean tooEarly = clerk.serve(order);
        clock.advance(Duration.ofSeconds(1));

        clerk.serve(order);

        assertThat(tooEarly).isFalse();
        assertThat(carrier.calls("book", order, 1)).isEqualTo(2);
        assertThat(carrier.parcels(order)).isOne();
        assertThat(shipping.ofOrder(order)).hasSize(1);
    }

    @Test
    void nodeThatDiesWhileItAsksIsTakenOverWhenItsClaimEnds() {
        shipping.book(order, 1);
        clerk.claimAndDie(order);
        boolean whileClaimed = clerk.serve(order);
        clock.advance(CarrierBooks.PATIENCE);

        boolean afterwards = clerk.serve(order);

        assertThat(List.of(whileClaimed, afterwards)).containsExactly(false, true);
        assertThat(carrier.parcels(order)).isOne();
    }

    @RepeatedTest(3)
    void twoNodesAtOnceAskOnce() throws Exception {
        shipping.book(order, 1);

        List<Object> asked = Together.run(3, node -> () -> clerk.serve(order));

        assertThat(asked).containsOnlyOnce(true);
        assertThat(carrier.calls("book", order, 1)).isOne();
    }

    /** A node that stood still for longer than its claim lasts, and another one that has asked meanwhile. */
    @Test
    void twoNodesNeverBookUnderDifferentKeys() {
        shipping.book(order, 1);
        Runnable late = clerk.ask(order);
        clock.advance(CarrierBooks.PATIENCE);
        Runnable other = clerk.ask(order);

        late.run();
        other.run();

        assertThat(carrier.calls("book", order, 1)).isEqualTo(2);
        assertThat(carrier.parcels(order)).isOne();
        assertThat(heard()).containsExactly(booked(1), new BookingAnswered(order, BookingStatus.BOOKED));
    }

    @Test
    void lateNoLeavesTheParcelToWhoeverAsksAboutItNow() {
        shipping.book(order, 1);
        carrier.refuse(order, "no such street");
        Runnable late = clerk.ask(order);
        clock.advance(CarrierBooks.PATIENCE);
        carrier.relent(order);
        Runnable other = clerk.ask(order);

        late.run();
        BookingStatus between = shipping.book(order, 1);
        other.run();

        assertThat(between).isEqualTo(BookingStatus.REQUESTED);
        assertThat(shipping.book(order, 1)).isEqualTo(BookingStatus.BOOKED);
    }

    @Test
    void waitsLongerAndLongerAndThenHandsItToAPerson() {
        carrier.fallSilent(order);
        shipping.book(order, 1);

        int tries = askUntilGivenUp();

        assertThat(tries).isEqualTo(6);
        assertThat(heard()).containsExactly(new BookingAnswered(order, BookingStatus.UNRESOLVED));
        assertThatExceptionOfType(CarrierUnresolved.class)
                .isThrownBy(() -> shipping.retryBooking(order))
                .withMessageContaining(order + "-1")
                .withMessageContaining("attempts: 6")
                .withMessageContaining("no answer in time")
                .withMessageContaining("increase the retries");
    }

    @Test
    void unansweredParcelThatAPersonHasRetriedKeepsItsKey() {
        carrier.loseAnswer(order);
        shipping.book(order, 1);
        clerk.serve(order);
        carrier.fallSilent(order);
        askUntilGivenUp();
        carrier.relent(order);

        assertThatExceptionOfType(CarrierUnresolved.class).isThrownBy(() -> shipping.retryBooking(order));
        BookingStatus retried = shipping.retryBooking(order);
        clerk.serve(order);

        assertThat(retried).isEqualTo(BookingStatus.REQUESTED);
        assertThat(shipping.retryBooking(order)).isEqualTo(BookingStatus.BOOKED);
        assertThat(carrier.parcels(order)).isOne();
    }

    @Test
    void refusedParcelIsAskedForUnderAnotherKey() {
        carrier.refuse(order, "no such street");
        shipping.book(order, 1);
        clerk.serve(order);

        assertThatExceptionOfType(CarrierUnresolved.class)
                .isThrownBy(() -> shipping.retryBooking(order))
                .withMessageContaining("does not book")
                .withMessageContaining("attempts: 1")
                .withMessageContaining("no such street");
        carrier.relent(order);
        shipping.retryBooking(order);
        clerk.serve(order);

        assertThat(jdbc.queryForObject(
                        "select round from booking where order_number = ?", Integer.class, order.value()))
                .isEqualTo(2);
        assertThat(carrier.parcels(order)).isOne();
        assertThat(shipping.ofOrder(order)).hasSize(1);
    }

    @Test
    void newsThatOvertakesTheAnswerWaitsForIt() {
        shipping.book(order, 1);
        Runnable answer = clerk.ask(order);
        String early = tell("shipment.in_transit", 0);
        Outcome before = outcome(early);

        answer.run();
        inbox.applyEarly(booked(1));

        assertThat(before).isEqualTo(Outcome.PENDING);
        assertThat(outcome(early)).isEqualTo(Outcome.APPLIED);
    }

    // ---- recalling

    @Test
    void parcelThatWasNeverAskedForIsWithdrawn() {
        shipping.book(order, 1);

        RecallStatus recall = shipping.cancel(order);

        assertThat(recall).isEqualTo(RecallStatus.RECALLED);
        assertThat(clerk.serve(order)).isFalse();
        assertThat(carrier.calls("book", order, 1) + carrier.calls("recall", order, 1))
                .isZero();
    }

    @Test
    void bookedParcelIsRecalledOnce() {
        shipping.book(order, 1);
        clerk.serve(order);
        listener.reset();

        RecallStatus recall = shipping.cancel(order);
        RecallStatus repeated = shipping.cancel(order);
        clerk.serve(order);

        assertThat(List.of(recall, repeated)).containsOnly(RecallStatus.REQUESTED);
        assertThat(shipping.cancel(order)).isEqualTo(RecallStatus.RECALLED);
        assertThat(clerk.serve(order)).isFalse();
        assertThat(carrier.parcels(order)).isZero();
        assertThat(carrier.calls("recall", order, 1)).isOne();
        assertThat(status()).isEqualTo(ShipmentStatus.CANCELLED);
        assertThat(heard()).containsExactly(new RecallAnswered(order, RecallStatus.RECALLED));
    }

    @Test
    void parcelThatIsBookedAfterItWasCalledOffIsRecalled() {
        shipping.book(order, 1);
        Runnable answer = clerk.ask(order);
        shipping.cancel(order);
        boolean overtaken = clerk.serve(order);

        answer.run();
        String news = tell("shipment.in_transit", 0);
        clerk.serve(order);

        assertThat(overtaken).as("recalled before it was booked").isFalse();
        assertThat(carrier.parcels(order)).isZero();
        assertThat(outcome(news)).isEqualTo(Outcome.IGNORED);
        assertThat(heard()).containsExactly(new RecallAnswered(order, RecallStatus.RECALLED));
    }

    /** The recall came to its end while a node stood still with the parcel's tracking number in its hands. */
    @Test
    void parcelThatIsHeardOfAfterItsRecallIsRecalledAgain() {
        shipping.book(order, 1);
        Runnable late = clerk.ask(order);
        clock.advance(CarrierBooks.PATIENCE);
        shipping.cancel(order);
        clerk.serve(order);

        late.run();

        assertThat(clerk.serve(order)).isTrue();
        assertThat(carrier.calls("recall", order, 1)).isEqualTo(2);
        assertThat(status()).isEqualTo(ShipmentStatus.CANCELLED);
    }

    @Test
    void parcelThatMayBeBookedIsRecalled() {
        shipping.book(order, 1);
        carrier.loseAnswer(order);
        clerk.serve(order);

        shipping.cancel(order);
        clerk.serve(order);

        assertThat(carrier.parcels(order)).isZero();
        assertThat(heard()).containsExactly(new RecallAnswered(order, RecallStatus.RECALLED));
    }

    @Test
    void refusedParcelNeedsNoRecall() {
        carrier.refuse(order, "no such street");
        shipping.book(order, 1);
        clerk.serve(order);

        RecallStatus recall = shipping.cancel(order);

        assertThat(recall).isEqualTo(RecallStatus.RECALLED);
        assertThat(carrier.calls("recall", order, 1)).isZero();
    }

    @Test
    void recallWithoutAnswerIsHandedToAPersonAndThenAskedAgain() {
        shipping.book(order, 1);
        clerk.serve(order);
        shipping.cancel(order);
        carrier.fallSilent(order);

        askUntilGivenUp();

        assertThat(heard()).endsWith(new RecallAnswered(order, RecallStatus.UNRESOLVED));
        assertThatExceptionOfType(CarrierUnresolved.class)
                .isThrownBy(() -> shipping.retryRecall(order))
                .withMessageContaining("does not recall")
                .withMessageContaining("no answer in time")
                .withMessageContaining("asked again");
        carrier.relent(order);
        assertThat(shipping.retryRecall(order)).isEqualTo(RecallStatus.REQUESTED);
        clerk.serve(order);
        assertThat(shipping.retryRecall(order)).isEqualTo(RecallStatus.RECALLED);
        assertThat(carrier.parcels(order)).isZero();
    }

    @Test
    void refusedRecallIsAskedForOnceMoreAndIsThenOverWhenAPersonHasSeenToIt() {
        shipping.book(order, 1);
        clerk.serve(order);
        shipping.cancel(order);
        carrier.refuse(order, "on its way already");
        clerk.serve(order);

        assertThatExceptionOfType(CarrierUnresolved.class)
                .isThrownBy(() -> shipping.retryRecall(order))
                .withMessageContaining("on its way already")
                .withMessageContaining("asked again");
        RecallStatus retried = shipping.retryRecall(order);
        clerk.serve(order);
        assertThatExceptionOfType(CarrierUnresolved.class)
                .isThrownBy(() -> shipping.retryRecall(order))
                .withMessageContaining("on its way already")
                .withMessageContaining("by other means");
        RecallStatus afterwards = shipping.retryRecall(order);

        assertThat(List.of(retried, afterwards)).containsExactly(RecallStatus.REQUESTED, RecallStatus.RECALLED);
        assertThat(clerk.serve(order)).isFalse();
        assertThat(carrier.calls("recall", order, 1)).isEqualTo(2);
    }

    @Test
    void parcelThatHasArrivedIsNotRecalled() {
        shipping.book(order, 1);
        clerk.serve(order);
        tell("shipment.delivered", 0);

        RecallStatus recall = shipping.cancel(order);

        assertThat(recall).isEqualTo(RecallStatus.RECALLED);
        assertThat(status()).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(clerk.serve(order)).isFalse();
    }

    @Test
    void lastAttemptIsTheOneThatIsRecalled() {
        shipping.book(order, 1);
        clerk.serve(order);
        tell("shipment.failure", 0);
        shipping.book(order, 2);
        clerk.serve(order);

        shipping.cancel(order);
        clerk.serve(order);

        assertThat(carrier.calls("recall", order, 1)).isZero();
        assertThat(carrier.calls("recall", order, 2)).isOne();
    }

    @RepeatedTest(5)
    void cancellingWhileTheAnswerIsStoredLeavesNoParcel() throws Exception {
        shipping.book(order, 1);
        Runnable answer = clerk.ask(order);

        Together.run(
                2,
                who -> who == 0
                        ? () -> shipping.cancel(order)
                        : () -> {
                            answer.run();
                            return null;
                        });
        clerk.serve(order);

        assertThat(carrier.parcels(order)).isZero();
        assertThat(shipping.cancel(order)).isEqualTo(RecallStatus.RECALLED);
        assertThat(status()).isEqualTo(ShipmentStatus.CANCELLED);
    }

    // ---- telling

    @Test
    void whatNobodyHeardIsToldAgain() {
        shipping.book(order, 1);
        clerk.serve(order);
        shipping.tellAgain(order);
        listener.reset();
        boolean tooEarly = clerk.serve(order);
        clock.advance(Duration.ofSeconds(30));

        clerk.serve(order);

        assertThat(tooEarly).isFalse();
        assertThat(heard()).containsExactly(new BookingAnswered(order, BookingStatus.BOOKED));
        assertThat(carrier.calls("book", order, 1)).isOne();
        clock.advance(Duration.ofDays(1));
        assertThat(clerk.serve(order)).isFalse();
    }

    @Test
    void parcelThatIsCalledOffWhileItsAnswerIsToldAgainIsRecalled() {
        shipping.book(order, 1);
        clerk.serve(order);
        Runnable telling = tellingAgain();

        shipping.cancel(order);
        telling.run();
        clerk.serve(order);

        assertThat(carrier.parcels(order)).isZero();
        assertThat(heard()).endsWith(new RecallAnswered(order, RecallStatus.RECALLED));
    }

    @Test
    void parcelThatIsRetriedWhileItsRefusalIsToldAgainIsAskedForOnce() {
        carrier.refuse(order, "no such street");
        shipping.book(order, 1);
        clerk.serve(order);
        carrier.relent(order);
        Runnable telling = tellingAgain();

        assertThatExceptionOfType(CarrierUnresolved.class).isThrownBy(() -> shipping.retryBooking(order));
        shipping.retryBooking(order);
        boolean overtaken = clerk.serve(order);
        telling.run();
        clerk.serve(order);

        assertThat(overtaken).isFalse();
        assertThat(shipping.retryBooking(order)).isEqualTo(BookingStatus.BOOKED);
        assertThat(carrier.calls("book", order, 1)).isEqualTo(2);
    }

    private Runnable tellingAgain() {
        shipping.tellAgain(order);
        clock.advance(Duration.ofSeconds(30));
        return clerk.ask(order);
    }

    @Test
    void failingListenerKeepsTheAnswerFromBeingStoredAndItIsAskedForAgain() {
        shipping.book(order, 1);
        Runnable answer = clerk.ask(order);
        listener.failNext(1);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(answer::run);

        assertThat(shipping.ofOrder(order)).isEmpty();
        clock.advance(CarrierBooks.PATIENCE);
        clerk.serve(order);
        assertThat(shipping.ofOrder(order)).hasSize(1);
        assertThat(carrier.parcels(order)).isOne();
    }

    /** Returns how often the carrier was asked. */
    private int askUntilGivenUp() {
        int tries = 0;
        for (int minutes = 0; minutes < 20; minutes++) {
            tries += clerk.serve(order) ? 1 : 0;
            clock.advance(Duration.ofMinutes(minutes < 3 ? 0 : 10).plusSeconds(1));
        }
        return tries;
    }

    private ShipmentBooked booked(int attempt) {
        return new ShipmentBooked(order, attempt, "simulated", "SIM-" + order + "-" + attempt);
    }
}
