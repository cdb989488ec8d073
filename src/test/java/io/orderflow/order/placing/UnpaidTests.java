package io.orderflow.order.placing;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnpaidTests {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Sku KEYBOARD = new Sku("KEYBOARD-01");
    private static final Unpaid UNPAID = new Unpaid(List.of(
            line("ORD-001", 5, "KEYBOARD-01", 2),
            line("ORD-001", 5, "MOUSE-01", 4),
            line("ORD-002", 3, "KEYBOARD-01", 3),
            line("ORD-003", -1, "KEYBOARD-01", 1)));

    @Test
    void countsOrdersAndPieces() {
        assertThat(UNPAID.orders()).isEqualTo(3);
        assertThat(UNPAID.pieces(KEYBOARD)).isEqualTo(6);
        assertThat(UNPAID.pieces(new Sku("MONITOR-01"))).isZero();
        assertThat(UNPAID.mostPieces()).isEqualTo(6);
    }

    @Test
    void countsNothingWhereThereIsNothing() {
        Unpaid nothing = new Unpaid(List.of());

        assertThat(nothing.orders()).isZero();
        assertThat(nothing.mostPieces()).isZero();
        assertThat(nothing.nextExpiry(NOW)).isEmpty();
    }

    @Test
    void findsTheNextReservationToEndAmongThoseThatHaveNot() {
        assertThat(UNPAID.nextExpiry(NOW)).hasValue(NOW.plusSeconds(3));
        assertThat(UNPAID.without(new OrderNumber("ORD-002")).nextExpiry(NOW)).hasValue(NOW.plusSeconds(5));
        assertThat(UNPAID.nextExpiry(NOW.plusSeconds(5))).isEmpty();
    }

    private static Unpaid.Line line(String order, int secondsLeft, String sku, int quantity) {
        return new Unpaid.Line(order, NOW.plusSeconds(secondsLeft), sku, quantity);
    }
}
