package io.orderflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReservationLineTests {

    private final Product product = new Product("MOUSE-01", "Mouse", 35_000, 10, 0);
    private final ReservationLine line = ReservationLine.hold(new OrderNumber("ORD-1-TEST"), product, new Quantity(3),
            Instant.parse("2026-11-22T03:00:00Z"));

    @Test
    void takesBackNoMoreThanIsOut() {
        line.confirm(product);
        line.takeBack(product, back(2, true));

        assertThatThrownBy(() -> line.takeBack(product, back(2, true))).isInstanceOf(IllegalStateException.class);
        assertThat(product.available()).isEqualTo(9);
    }

    @Test
    void takesBackOnlyWhatWasConfirmed() {
        assertThatThrownBy(() -> line.takeBack(product, back(1, true))).isInstanceOf(IllegalStateException.class);
        assertThat(product.toStockItem()).extracting(StockItem::onHand, StockItem::reserved).containsExactly(10L, 3L);
    }

    @Test
    void releasePutsBackWhatIsStillOut() {
        line.confirm(product);
        line.takeBack(product, back(2, false));

        line.release(product);

        assertThat(product.available()).isEqualTo(8);
    }

    @Test
    void writtenOffPiecesAreNeitherReleasedNorTakenBack() {
        line.confirm(product);
        line.writeOff();

        line.release(product);

        assertThat(product.available()).isEqualTo(7);
        assertThatThrownBy(() -> line.takeBack(product, back(1, true))).isInstanceOf(IllegalStateException.class);
    }

    private static TakenBack back(int pieces, boolean restock) {
        return new TakenBack(new Sku("MOUSE-01"), new Quantity(pieces), restock);
    }
}
