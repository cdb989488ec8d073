package io.orderflow.inventory;

import static io.orderflow.inventory.Stock.later;
import static io.orderflow.inventory.Stock.order;
import static io.orderflow.inventory.Stock.shelve;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.DatabaseTest;
import io.orderflow.Statements;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * An order's stock costs the same whatever its number of lines: lock the products, change the lines, change the
 * products.
 */
@DatabaseTest
@Import(Statements.class)
class StockStatementsIntegrationTests {

    @Autowired
    private InventoryService inventory;

    private final OrderNumber order = order();
    private final Map<Sku, Quantity> wanted = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void eachStepTakesThreeStatements(int lines) throws Exception {
        for (int i = 0; i < lines; i++) {
            wanted.put(shelve(inventory, 10), new Quantity(3));
        }

        assertThat(Statements.of(() -> inventory.reserve(order, wanted, later())))
                .hasSize(3);
        assertStock(10, 3);
        assertThat(Statements.of(() -> inventory.confirm(order))).hasSize(3);
        assertStock(7, 0);
        assertThat(Statements.of(() -> inventory.release(order))).hasSize(3);
        assertStock(10, 0);
    }

    private void assertStock(long onHand, long reserved) {
        assertThat(inventory.products(wanted.keySet()).values())
                .hasSameSizeAs(wanted.keySet())
                .allMatch(item -> item.onHand() == onHand && item.reserved() == reserved);
    }
}
