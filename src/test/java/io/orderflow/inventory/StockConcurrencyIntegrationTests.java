package io.orderflow.inventory;

import static io.orderflow.inventory.Stock.alreadyOver;
import static io.orderflow.inventory.Stock.later;
import static io.orderflow.inventory.Stock.lines;
import static io.orderflow.inventory.Stock.order;
import static io.orderflow.inventory.Stock.shelve;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.DatabaseTest;
import io.orderflow.Together;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class StockConcurrencyIntegrationTests {

    private static final String DONE = "done";

    @Autowired
    private InventoryService inventory;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void lastPieceGoesToExactlyOneOrder() throws Exception {
        Sku sku = shelve(inventory, 1);

        List<Object> outcomes = Together.run(16, i -> reserving(order(), lines(sku, 1), later()));

        assertThat(outcomes).filteredOn(DONE::equals).hasSize(1);
        assertThat(outcomes).filteredOn(OutOfStock.class::isInstance).hasSize(15);
        assertStock(sku, 1, 1);
    }

    @Test
    void lastExpiredPieceGoesToExactlyOneOrder() throws Exception {
        Sku sku = shelve(inventory, 1);
        OrderNumber late = order();
        inventory.reserve(late, lines(sku, 1), alreadyOver());

        List<Object> outcomes =
                Together.run(16, i -> i == 0 ? confirming(late) : reserving(order(), lines(sku, 1), later()));

        assertThat(outcomes).filteredOn(DONE::equals).hasSize(1);
        assertThat(outcomes).filteredOn(OutOfStock.class::isInstance).hasSize(15);
    }

    @Test
    void oneOrderReservesOnceHoweverManyAskAtOnce() throws Exception {
        Sku sku = shelve(inventory, 100);
        OrderNumber order = order();

        List<Object> outcomes = Together.run(16, i -> reserving(order, lines(sku, 2), later()));

        assertThat(outcomes).containsOnly(DONE);
        assertStock(sku, 100, 2);
    }

    @Test
    void confirmingAndReleasingAtOnceLeavesNothingHeld() throws Exception {
        Sku sku = shelve(inventory, 10);
        OrderNumber order = order();
        inventory.reserve(order, lines(sku, 2), later());

        Together.run(16, i -> i % 2 == 0 ? confirming(order) : releasing(order));

        assertStock(sku, 10, 0);
    }

    @Test
    void ordersThatNameTheSameProductsInOppositeOrderDoNotBlockEachOther() throws Exception {
        Sku first = shelve(inventory, 1_000);
        Sku second = shelve(inventory, 1_000);

        List<Object> outcomes = Together.run(16, i -> () -> {
            for (int round = 0; round < 10; round++) {
                OrderNumber order = order();
                inventory.reserve(order, i % 2 == 0 ? inOrder(first, second) : inOrder(second, first), later());
                inventory.release(order);
            }
            return DONE;
        });

        assertThat(outcomes).containsOnly(DONE);
        assertStock(first, 1_000, 0);
        assertStock(second, 1_000, 0);
    }

    @Test
    void ordersThatYieldToEachOtherNeitherBlockNorTakeTooMuch() throws Exception {
        Sku first = shelve(inventory, 8);
        Sku second = shelve(inventory, 8);

        List<Object> outcomes = Together.run(16, i -> () -> {
            for (int round = 0; round < 10; round++) {
                OrderNumber order = order();
                Object reserved = outcomeOf(reserving(order, inOrder(first, second), alreadyOver()));
                Object confirmed = reserved == DONE ? outcomeOf(confirming(order)) : reserved;
                if (confirmed != DONE && !(confirmed instanceof OutOfStock)) {
                    return confirmed;
                }
                inventory.release(order);
            }
            return DONE;
        });

        assertThat(outcomes).containsOnly(DONE);
        assertStock(first, 8, 0);
        assertStock(second, 8, 0);
    }

    @Test
    void productsReadBeforeTheirLockDoNotHideWhatOthersTook() throws Exception {
        Sku sku = shelve(inventory, 8);

        List<Object> outcomes = Together.run(
                16,
                i -> () -> new TransactionTemplate(transactions).execute(status -> {
                    inventory.products(List.of(sku));
                    return outcomeOf(reserving(order(), lines(sku, 1), later()));
                }));

        assertThat(outcomes).filteredOn(DONE::equals).hasSize(8);
        assertStock(sku, 8, 8);
    }

    @Test
    void firstPutsOfOneProductAtOnceAllSucceedAndOneCreates() throws Exception {
        Sku sku = new Sku("RACE-" + System.nanoTime());

        List<Object> outcomes = Together.run(16, i -> () -> inventory.put(sku, "Raced", Money.won(i), i));

        assertThat(outcomes).allMatch(SavedProduct.class::isInstance);
        assertThat(outcomes)
                .filteredOn(outcome -> ((SavedProduct) outcome).created())
                .hasSize(1);
    }

    private Callable<Object> reserving(OrderNumber order, Map<Sku, Quantity> lines, Instant expiresAt) {
        return () -> {
            inventory.reserve(order, lines, expiresAt);
            return DONE;
        };
    }

    private Callable<Object> confirming(OrderNumber order) {
        return () -> {
            inventory.confirm(order);
            return DONE;
        };
    }

    private Callable<Object> releasing(OrderNumber order) {
        return () -> {
            inventory.release(order);
            return DONE;
        };
    }

    private static Object outcomeOf(Callable<Object> task) {
        try {
            return task.call();
        } catch (Exception e) {
            return e;
        }
    }

    private static Map<Sku, Quantity> inOrder(Sku first, Sku second) {
        Map<Sku, Quantity> lines = new LinkedHashMap<>();
        lines.put(first, new Quantity(1));
        lines.put(second, new Quantity(2));
        return lines;
    }

    private void assertStock(Sku sku, long onHand, long reserved) {
        assertThat(inventory.product(sku))
                .get()
                .extracting(StockItem::onHand, StockItem::reserved)
                .containsExactly(onHand, reserved);
    }
}
