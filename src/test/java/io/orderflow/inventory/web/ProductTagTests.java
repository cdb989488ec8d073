package io.orderflow.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.inventory.StockItem;
import io.orderflow.shared.Money;
import io.orderflow.shared.Sku;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductTagTests {

    private static final StockItem LAMP = item("Lamp", 20_000, 10, 0);
    private static final String TAG = ProductTag.of(LAMP);

    @Test
    void isAStrongTagThatStaysAsLongAsTheProductDoes() {
        assertThat(TAG).matches("\"[!#-~]+\"");
        assertThat(ProductTag.of(item("Lamp", 20_000, 10, 0))).isEqualTo(TAG);
        assertThat(ProductTag.isCurrent(TAG, LAMP)).isTrue();
        assertThat(ProductTag.isCurrent("\"" + TAG, LAMP)).isFalse();
        assertThat(ProductTag.isCurrent("\"\"", LAMP)).isFalse();
    }

    static Stream<StockItem> others() {
        return Stream.of(
                item("Desk lamp", 20_000, 10, 0),
                item("Lamp", 20_001, 10, 0),
                item("Lamp", 20_000, 6, 0),
                item("10 Lamp", 20_000, 10, 0),
                item("Lamp", 200, 10_010, 0));
    }

    @ParameterizedTest
    @MethodSource("others")
    void isStaleOnceAnythingIsThereToOverwrite(StockItem changed) {
        assertThat(ProductTag.of(changed)).isNotEqualTo(TAG);
        assertThat(ProductTag.isCurrent(TAG, changed)).isFalse();
    }

    @Test
    void tellsReadersOfReservationsWithoutStoppingWriters() {
        StockItem reserved = item("Lamp", 20_000, 10, 4);

        assertThat(ProductTag.of(reserved)).isNotEqualTo(TAG);
        assertThat(ProductTag.isCurrent(TAG, reserved)).isTrue();
    }

    private static StockItem item(String name, long won, long onHand, long reserved) {
        return new StockItem(new Sku("LAMP-01"), name, Money.won(won), onHand, reserved);
    }
}
