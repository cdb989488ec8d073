package io.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a caller waits for an order to settle, by how often it is looked at. */
class SettlingTests {

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
        Settling settling = settling(1);

        Settling.Outcome outcome = settling.watch(ORDER, OPS).untilPaid(Duration.ofMillis(100));

        assertThat(outcome.settled()).isFalse();
        verify(reading, atLeast(2)).order(ORDER, OPS);
    }

    /** Whoever waits keeps a thread from other requests. */
    @Test
    void callerWithoutAPlaceIsAnsweredAtOnce() throws OrderNotFound {
        Settling settling = settling(0);

        Settling.Outcome outcome = settling.watch(ORDER, OPS).untilPaid(Duration.ofSeconds(30));

        assertThat(outcome.settled()).isFalse();
        verify(reading, times(1)).order(ORDER, OPS);
    }

    @Test
    void placeIsFreeAgainAfterTheWait() throws OrderNotFound {
        Settling settling = settling(1);
        settling.watch(ORDER, OPS).untilPaid(Duration.ZERO);
        settling.watch(ORDER, OPS).untilCancelled(Duration.ofMillis(100));

        verify(reading, atLeast(3)).order(ORDER, OPS);
    }

    private Settling settling(int places) {
        return new Settling(reading, order -> true, new OrderSettings(Duration.ofMinutes(15), Duration.ofDays(7),
                OrderSettings.NumberStrategy.RANDOM, 0, Duration.ofDays(1), places));
    }
}
