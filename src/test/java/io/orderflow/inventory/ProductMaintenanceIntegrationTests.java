package io.orderflow.inventory;

import static io.orderflow.inventory.Stock.later;
import static io.orderflow.inventory.Stock.lines;
import static io.orderflow.inventory.Stock.order;
import static io.orderflow.inventory.Stock.shelve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.DatabaseTest;
import io.orderflow.shared.Money;
import io.orderflow.shared.Sku;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

@DatabaseTest
class ProductMaintenanceIntegrationTests {

    @Autowired
    private InventoryService inventory;

    @Test
    void tellsNewProductsFromReplacedOnes() throws Exception {
        Sku sku = new Sku("LAMP-01");

        SavedProduct first = inventory.put(sku, "Lamp", Money.won(20_000), 3);
        SavedProduct second = inventory.put(sku, "Desk lamp", Money.won(25_000), 4);

        assertThat(first).isEqualTo(new SavedProduct(new StockItem(sku, "Lamp", Money.won(20_000), 3, 0), true));
        assertThat(second).isEqualTo(new SavedProduct(new StockItem(sku, "Desk lamp", Money.won(25_000), 4, 0), false));
        assertThat(inventory.product(sku)).contains(second.product());
    }

    @Test
    void refusesLessOnHandThanOrdersHold() throws Exception {
        Sku sku = shelve(inventory, 5);
        inventory.reserve(order(), lines(sku, 3), later());

        assertThatThrownBy(() -> inventory.put(sku, "Renamed", Money.won(1), 2))
                .isInstanceOfSatisfying(
                        StockReserved.class,
                        refusal -> assertThat(refusal.reserved()).isEqualTo(3));
        assertThat(inventory.product(sku))
                .get()
                .extracting(StockItem::name, StockItem::onHand)
                .containsExactly("A product", 5L);
        assertThat(inventory.put(sku, "Renamed", Money.won(1), 3).product().available())
                .isZero();
    }

    @Test
    void leavesUnknownProductsOut() throws Exception {
        Sku sku = shelve(inventory, 5);
        Sku unknown = new Sku("NOWHERE");

        assertThat(inventory.products(List.of(unknown, sku))).containsOnlyKeys(sku);
        assertThat(inventory.products(List.of())).isEmpty();
        assertThat(inventory.product(unknown)).isEmpty();
    }

    @Test
    void pagesThroughAllProductsInTheOrderAsked() throws Exception {
        shelve(inventory, 1);
        shelve(inventory, 1);
        shelve(inventory, 7);

        Page<StockItem> first = inventory.products(
                PageRequest.of(0, 2, Sort.by("onHand").descending().and(Sort.by("sku"))));
        Page<StockItem> beyond = inventory.products(PageRequest.of(20_000_000, 100, Sort.by("sku")));

        assertThat(first.getContent()).hasSize(2);
        assertThat(first.getContent().get(0).onHand())
                .isGreaterThanOrEqualTo(first.getContent().get(1).onHand());
        assertThat(first.getTotalElements()).isGreaterThanOrEqualTo(3);
        assertThat(beyond.getContent()).isEmpty();
    }
}
