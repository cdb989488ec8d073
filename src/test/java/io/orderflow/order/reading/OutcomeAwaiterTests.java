package io.orderflow.order.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.orderflow.order.OrderNotFound;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.OrderView;
import io.orderflow.order.RunningProcesses;
import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.WaitingPlaces;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a caller waits for an order to settle, by how often it is looked at. */
class OutcomeAwaiterTests {

    private static final OrderNumber ORDER = new OrderNumber("ORD-20261101-SETTLE01");
    private static final Requester OPS = new Requester(new Actor("ops"), Optional.empty());

    private final OrderReading reading = mock(OrderReading.class);
    private final OrderView order = mock(OrderView.class);

    @BeforeEach
    void orderThatDoesNotSettle() throws OrderNotFound {
        when(order.status()).thenReturn(OrderStatus.CREATED);
        when(reading.order(ORDER, OPS)).thenReturn(order);
    }

    @Test
    void callerWithAPlaceLooksUntilItsTimeIsUp() throws OrderNotFound {
        OutcomeAwaiter awaiter = awaiter(1);

        OutcomeAwaiter.Outcome outcome = awaiter.watch(ORDER, OPS).untilPaid(Duration.ofMillis(100));

        assertThat(outcome.settled()).isFalse();
        verify(reading, atLeast(2)).order(ORDER, OPS);
    }

    /** Whoever waits keeps a thread from other requests. */
    @Test
    void callerWithoutAPlaceIsAnsweredAtOnce() throws OrderNotFound {
        OutcomeAwaiter awaiter = awaiter(0);

        OutcomeAwaiter.Outcome outcome = awaiter.watch(ORDER, OPS).untilPaid(Duration.ofSeconds(30));

        assertThat(outcome.settled()).isFalse();
        verify(reading, times(1)).order(ORDER, OPS);
    }

    @Test
    void placeIsFreeAgainAfterTheWait() throws OrderNotFound {
        OutcomeAwaiter awaiter = awaiter(1);
        awaiter.watch(ORDER, OPS).untilPaid(Duration.ZERO);
        awaiter.watch(ORDER, OPS).untilCancelled(Duration.ofMillis(100));

        verify(reading, atLeast(3)).order(ORDER, OPS);
    }

    /** The money went back, and the process ended, after the order had been looked at and before its process was. */
    @Test
    void orderIsAnsweredAsItsProcessLeftIt() throws OrderNotFound {
        OrderView refunded = mock(OrderView.class);
        when(refunded.status()).thenReturn(OrderStatus.REFUNDED);
        when(order.status()).thenReturn(OrderStatus.CANCELLED);
        RunningProcesses processes = number -> {
            givenThatTheOrderIs(refunded);
            return false;
        };

        OutcomeAwaiter.Outcome outcome = awaiter(1, processes).watch(ORDER, OPS).untilCancelled(Duration.ofSeconds(30));

        assertThat(outcome).isEqualTo(new OutcomeAwaiter.Outcome(refunded, true));
    }

    private void givenThatTheOrderIs(OrderView now) {
        try {
            when(reading.order(ORDER, OPS)).thenReturn(now);
        } catch (OrderNotFound e) {
            throw new AssertionError(e);
        }
    }

    private OutcomeAwaiter awaiter(int places) {
        return awaiter(places, order -> true);
    }

    private OutcomeAwaiter awaiter(int places, RunningProcesses processes) {
        return new OutcomeAwaiter(mock(), reading, processes, new WaitingPlaces(places));
    }
}
