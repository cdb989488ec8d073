package io.orderflow.order.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.orderflow.order.OrderNotFound;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.OrderView;
import io.orderflow.order.RunningProcesses;
import io.orderflow.order.aggregate.OrderStore;
import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

/** When a caller who waits for an order is answered, and with what. */
class OutcomeAwaiterTests {

    private static final OrderNumber ORDER = new OrderNumber("ORD-20261101-SETTLE01");
    private static final Requester OPS = new Requester(new Actor("ops"), Optional.empty());
    private static final Duration LONG = Duration.ofSeconds(60);

    private final OrderReading reading = mock(OrderReading.class);
    private final AtomicBoolean running = new AtomicBoolean(true);
    private OutcomeAwaiter awaiter = awaiter(order -> running.get());

    @BeforeEach
    void orderInProgress() throws OrderNotFound {
        theOrderIs(OrderStatus.CREATED);
    }

    @AfterEach
    void end() {
        awaiter.destroy();
    }

    @Test
    void callerIsAnsweredWithTheOrderAsItStandsWhenTheTimeIsUp() throws Exception {
        OutcomeAwaiter.Outcome outcome = await(awaiter.watch(ORDER, OPS).untilPaid(Duration.ofMillis(100)));

        assertThat(outcome.settled()).isFalse();
        assertThat(outcome.order().status()).isEqualTo(OrderStatus.CREATED);
    }

    @Test
    void callerWhoDoesNotWaitIsAnsweredAtOnce() throws Exception {
        OutcomeAwaiter.Watch watch = awaiter.watch(ORDER, OPS);
        awaiter.changed(ORDER, OrderStatus.CREATED);

        assertThat(await(watch.untilPaid(Duration.ZERO)).settled()).isFalse();
    }

    @Test
    void changeOnThisNodeEndsTheWait() throws Exception {
        OutcomeAwaiter.Watch watch = awaiter.watch(ORDER, OPS);
        awaiter.changed(ORDER, OrderStatus.CREATED);
        CompletableFuture<OutcomeAwaiter.Outcome> outcome = watch.untilPaid(LONG);

        theOrderIs(OrderStatus.PROCESSING);
        awaiter.changed(ORDER, OrderStatus.PROCESSING);

        assertThat(await(outcome).settled()).isTrue();
        verify(reading, never()).statuses(any()); // The look for all was not due.
    }

    @Test
    void changeBeforeTheWaitIsNotMissed() throws Exception {
        OutcomeAwaiter.Watch watch = awaiter.watch(ORDER, OPS);
        theOrderIs(OrderStatus.PROCESSING);
        awaiter.changed(ORDER, OrderStatus.PROCESSING);

        assertThat(await(watch.untilPaid(LONG)).settled()).isTrue();
    }

    /** Somebody has paid already, so this request changes nothing and hears of nothing. */
    @Test
    void outcomeThatWasThereBeforeIsFound() throws Exception {
        theOrderIs(OrderStatus.PROCESSING);

        assertThat(await(awaiter.watch(ORDER, OPS).untilPaid(LONG)).settled()).isTrue();
    }

    @Test
    void changeOnAnotherNodeIsSeenInOneLookForAll() throws Exception {
        OrderNumber other = new OrderNumber("ORD-20261101-SETTLE02");
        OrderView otherOrder = view(OrderStatus.CREATED);
        when(reading.order(other, OPS)).thenReturn(otherOrder);
        CompletableFuture<OutcomeAwaiter.Outcome> first = heard(ORDER).untilCancelled(LONG);
        CompletableFuture<OutcomeAwaiter.Outcome> second = heard(other).untilCancelled(LONG);

        running.set(false);
        theOrderIs(OrderStatus.CANCELLED);
        when(reading.statuses(any())).thenReturn(Map.of(ORDER, OrderStatus.CANCELLED, other, OrderStatus.PROCESSING));

        assertThat(await(first).settled()).isTrue();
        verify(reading, timeout(20_000).atLeastOnce()).statuses(List.of(other));
        assertThat(second).isNotDone();
    }

    @Test
    void paidOrderIsNoOutcomeOfCancellation() throws Exception {
        OutcomeAwaiter.Watch watch = awaiter.watch(ORDER, OPS);
        theOrderIs(OrderStatus.PROCESSING);
        awaiter.changed(ORDER, OrderStatus.PROCESSING);

        assertThat(await(watch.untilCancelled(Duration.ofMillis(50))).settled()).isFalse();
    }

    /** The money went back, and the process ended, after the order had been looked at and before its process was. */
    @Test
    void orderIsAnsweredAsItsProcessLeftIt() throws Exception {
        awaiter.destroy();
        awaiter = awaiter(number -> {
            theOrderIs(OrderStatus.REFUNDED);
            return false;
        });
        theOrderIs(OrderStatus.CANCELLED);

        OutcomeAwaiter.Outcome outcome = await(awaiter.watch(ORDER, OPS).untilCancelled(LONG));

        assertThat(outcome.settled()).isTrue();
        assertThat(outcome.order().status()).isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    void lostDatabaseEndsTheWait() throws Exception {
        when(reading.order(ORDER, OPS)).thenThrow(new TransientDataAccessResourceException("connection lost"));

        assertThatThrownBy(() -> await(awaiter.watch(ORDER, OPS).untilPaid(LONG)))
                .hasCauseInstanceOf(TransientDataAccessResourceException.class);
    }

    /** With the order's number on it, nobody is told of a change whose watch was closed: it is not looked at. */
    @Test
    void refusedChangeLeavesNobodyWaiting() throws Exception {
        awaiter.watch(ORDER, OPS).close();
        awaiter.changed(ORDER, OrderStatus.PROCESSING);

        assertThat(await(awaiter.watch(ORDER, OPS).untilPaid(Duration.ofMillis(1)))
                        .settled())
                .isFalse();
    }

    private OutcomeAwaiter.Watch heard(OrderNumber order) {
        OutcomeAwaiter.Watch watch = awaiter.watch(order, OPS);
        awaiter.changed(order, OrderStatus.CREATED);
        return watch;
    }

    private void theOrderIs(OrderStatus status) {
        OrderView order = view(status);
        try {
            when(reading.order(ORDER, OPS)).thenReturn(order);
        } catch (OrderNotFound e) {
            throw new AssertionError(e);
        }
    }

    private static OrderView view(OrderStatus status) {
        OrderView order = mock(OrderView.class);
        when(order.status()).thenReturn(status);
        return order;
    }

    private OutcomeAwaiter awaiter(RunningProcesses processes) {
        return new OutcomeAwaiter(mock(OrderStore.class), reading, processes);
    }

    private static OutcomeAwaiter.Outcome await(CompletableFuture<OutcomeAwaiter.Outcome> outcome) throws Exception {
        return outcome.get(30, TimeUnit.SECONDS);
    }
}
