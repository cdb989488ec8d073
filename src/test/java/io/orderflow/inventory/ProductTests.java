package io.orderflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.shared.Money;
import org.junit.jupiter.api.Test;

class ProductTests {

    private final Product product = new Product("MOUSE-01", "Mouse", 35_000, 10, 4);

    @Test
    void confirmingTakesPiecesOutOfBothCounts() {
        product.takeOut(3);

        assertThat(product.toStockItem()).extracting(StockItem::onHand, StockItem::reserved, StockItem::available)
                .containsExactly(7L, 1L, 6L);
    }

    @Test
    void cannotReserveMoreThanIsAvailable() {
        assertThatThrownBy(() -> product.reserve(7)).isInstanceOf(IllegalStateException.class);
        assertThat(product.available()).isEqualTo(6);
    }

    @Test
    void cannotFreeMoreThanIsReserved() {
        assertThatThrownBy(() -> product.free(5)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesToHaveLessOnHandThanOrdersHold() {
        assertThatThrownBy(() -> product.replace("Trackball", Money.won(1), 3)).isInstanceOf(StockReserved.class);
        assertThat(product.toStockItem().name()).isEqualTo("Mouse");
    }
}
