package io.orderflow.inventory;

import static io.orderflow.inventory.Stock.later;
import static io.orderflow.inventory.Stock.lines;
import static io.orderflow.inventory.Stock.order;
import static io.orderflow.inventory.Stock.shelve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.DatabaseTest;
import io.orderflow.Together;
import io.orderflow.shared.Actor;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@DatabaseTest
class StockChangesIntegrationTests {

    private static final Actor OPS = new Actor("ops");
    private static final Actor KIM = new Actor("kim");

    @Autowired
    private InventoryService inventory;

    @Autowired
    private ProductMaintenance catalogue;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionOperations transactions;

    /** @param pieces put on the shelf or, negative, taken off it */
    record Row(String by, String reason, long pieces, long after) {}

    private List<Row> rows(Sku sku) {
        return database.sql("""
                select changed_by, reason, pieces, count_after from stock_change where sku = ? and changed_by <> 'SYSTEM'
                order by changed_at, change_id""")
                .param(sku.value())
                .query((row, number) -> new Row(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    private static StockMove move(long change, String key) {
        return new StockMove(change, "Counted", OPS, key);
    }

    private static ProductChange onHand(long pieces) {
        return new ProductChange(null, null, pieces);
    }

    private StockItem stored(Sku sku) {
        return inventory.product(sku).orElseThrow();
    }

    @Test
    void keepsWhoChangedTheCountWhenAndWhy() throws Exception {
        Sku sku = new Sku("NOTED-" + System.nanoTime());
        Instant before = Instant.now();

        catalogue.put(sku, new ProductChange("Lamp", Money.won(1), 10L), OPS, any -> true);
        catalogue.put(sku, new ProductChange("Lamp", Money.won(1), 12L), KIM, any -> true);
        catalogue.change(sku, onHand(11), OPS, any -> true);
        catalogue.move(sku, new StockMove(-3, "Fell off the shelf", KIM, null));
        catalogue.move(sku, new StockMove(20, "A pallet", OPS, null));

        assertThat(rows(sku))
                .containsExactly(
                        new Row("ops", "SET", 10, 10),
                        new Row("kim", "SET", 2, 12),
                        new Row("ops", "SET", -1, 11),
                        new Row("kim", "Fell off the shelf", -3, 8),
                        new Row("ops", "A pallet", 20, 28));
        assertThat(stored(sku).onHand()).isEqualTo(28);
        assertThat(database.sql("select min(changed_at), max(changed_at) from stock_change where sku = ?")
                        .param(sku.value())
                        .query((row, number) ->
                                List.of(row.getObject(1, OffsetDateTime.class), row.getObject(2, OffsetDateTime.class)))
                        .single())
                .allSatisfy(at -> assertThat(at.toInstant()).isBetween(before.minusMillis(1), Instant.now()));
    }

    @Test
    void keepsNothingWhereTheCountStays() throws Exception {
        Sku sku = new Sku("EMPTY-" + System.nanoTime());

        catalogue.put(sku, new ProductChange("Lamp", Money.won(1), 0L), OPS, any -> true);
        catalogue.put(sku, new ProductChange("Desk lamp", Money.won(2), 0L), OPS, any -> true);
        catalogue.change(sku, new ProductChange("Table lamp", null, null), OPS, any -> true);
        catalogue.change(sku, onHand(0), OPS, any -> true);

        assertThat(rows(sku)).isEmpty();
        assertThat(stored(sku)).isEqualTo(new StockItem(sku, "Table lamp", Money.won(2), 0, 0));
    }

    @Test
    void keepsNothingOfWhatOrdersDo() throws Exception {
        Sku sku = shelve(inventory, 5);
        OrderNumber order = order();
        inventory.reserve(order, lines(sku, 3), later());
        inventory.confirm(order);
        inventory.release(order);

        assertThat(rows(sku)).isEmpty();
    }

    @Test
    void changesWhatIsNamedAndNothingElse() throws Exception {
        Sku sku = shelve(inventory, 5);
        inventory.reserve(order(), lines(sku, 2), later());

        assertThat(catalogue.change(sku, new ProductChange(null, Money.won(7), null), OPS, any -> true))
                .isEqualTo(new StockItem(sku, "A product", Money.won(7), 5, 2));
        assertThat(catalogue.change(sku, new ProductChange("Renamed", null, null), OPS, any -> true))
                .isEqualTo(new StockItem(sku, "Renamed", Money.won(7), 5, 2));
        assertThat(catalogue.change(sku, onHand(9), OPS, any -> true))
                .isEqualTo(new StockItem(sku, "Renamed", Money.won(7), 9, 2))
                .isEqualTo(stored(sku));
    }

    @Test
    void refusesWhatWasNotExpected() throws Exception {
        Sku sku = shelve(inventory, 5);
        Sku unknown = new Sku("NOWHERE-" + System.nanoTime());
        ProductChange whole = new ProductChange("Lamp", Money.won(1), 1L);

        assertThatThrownBy(() -> catalogue.put(sku, whole, OPS, item -> item.isEmpty()))
                .isInstanceOf(ProductChanged.class);
        assertThatThrownBy(() -> catalogue.put(unknown, whole, OPS, item -> item.isPresent()))
                .isInstanceOf(ProductChanged.class);
        assertThatThrownBy(() -> catalogue.change(sku, whole, OPS, item -> item.onHand() != 5))
                .isInstanceOf(ProductChanged.class);
        assertThat(stored(sku)).isEqualTo(new StockItem(sku, "A product", Money.won(1_000), 5, 0));
        assertThat(inventory.product(unknown)).isEmpty();
        assertThat(rows(sku)).isEmpty();
    }

    @Test
    void refusesWhatTheCountCannotBe() throws Exception {
        Sku sku = shelve(inventory, 5);
        inventory.reserve(order(), lines(sku, 3), later());
        Sku free = shelve(inventory, 5);

        for (long change : new long[] {-3, -6}) {
            assertThatThrownBy(() -> catalogue.move(sku, move(change, null)))
                    .isInstanceOfSatisfying(
                            StockReserved.class,
                            refusal -> assertThat(refusal.reserved()).isEqualTo(3));
        }
        assertThatThrownBy(() -> catalogue.change(sku, onHand(2), OPS, any -> true))
                .isInstanceOf(StockReserved.class);
        assertThatThrownBy(() -> catalogue.move(free, move(-6, null)))
                .isInstanceOfSatisfying(
                        StockOutOfRange.class,
                        refusal -> assertThat(refusal.onHand()).isEqualTo(-1));
        assertThatThrownBy(() -> catalogue.move(free, move(999_999_996, null))).isInstanceOf(StockOutOfRange.class);
        assertThat(stored(sku).onHand()).isEqualTo(5);
        assertThat(stored(free).onHand()).isEqualTo(5);
        assertThat(rows(sku)).isEmpty();
        assertThat(rows(free)).isEmpty();
        assertThat(catalogue.move(sku, move(-2, null)).available()).isZero();
        assertThat(catalogue.move(free, move(999_999_995, null)).onHand()).isEqualTo(StockItem.MOST_ON_HAND);
    }

    @Test
    void changesNoProductThatIsNotThere() {
        Sku unknown = new Sku("NOWHERE-" + System.nanoTime());

        assertThatThrownBy(() -> catalogue.change(unknown, onHand(1), OPS, any -> true))
                .isInstanceOf(ProductUnknown.class);
        assertThatThrownBy(() -> catalogue.move(unknown, move(1, null))).isInstanceOf(ProductUnknown.class);
    }

    @Test
    void movesOncePerRequest() throws Exception {
        Sku sku = shelve(inventory, 5);
        String key = UUID.randomUUID().toString();

        catalogue.move(sku, move(-2, key));

        assertThat(catalogue.move(sku, move(-2, key)).onHand()).isEqualTo(3);
        assertThat(catalogue.move(sku, move(-2, UUID.randomUUID().toString())).onHand())
                .isEqualTo(1);
        assertThat(rows(sku)).hasSize(2);
    }

    @Test
    void forgetsRequestsWhoseAnswersAreForgotten() throws Exception {
        Sku sku = shelve(inventory, 5);
        String key = UUID.randomUUID().toString();
        catalogue.move(sku, move(-2, key));
        OffsetDateTime longAgo = Instant.now().minus(Duration.ofDays(2)).atOffset(ZoneOffset.UTC);
        transactions.executeWithoutResult(
                status -> database.sql("update stock_change set changed_at = ? where request_key = ?")
                        .params(longAgo, key)
                        .update());

        assertThat(catalogue.move(sku, move(-2, key)).onHand()).isEqualTo(1);
        assertThat(catalogue.move(sku, move(-2, key)).onHand()).isEqualTo(1);
        assertThat(rows(sku)).hasSize(2);
    }

    @Test
    void movesAtOnceAddUp() throws Exception {
        Sku sku = shelve(inventory, 100);

        List<Object> outcomes = Together.run(8, i -> () -> {
            for (int round = 0; round < 5; round++) {
                catalogue.move(sku, move(i % 2 == 0 ? -3 : 2, null));
            }
            return "done";
        });

        assertThat(outcomes).containsOnly("done");
        assertThat(stored(sku).onHand()).isEqualTo(80);
        List<Row> rows = rows(sku);
        assertThat(rows).hasSize(40);
        long count = 100;
        for (Row row : rows) {
            count += row.pieces();
            assertThat(row.after()).isEqualTo(count);
        }
    }

    @Test
    void oneRequestAtOnceMovesOnce() throws Exception {
        Sku sku = shelve(inventory, 100);
        String key = UUID.randomUUID().toString();

        List<Object> outcomes =
                Together.run(8, i -> () -> catalogue.move(sku, move(-3, key)).onHand());

        assertThat(outcomes).containsOnly(97L);
        assertThat(rows(sku)).hasSize(1);
    }

    @Test
    void onlyOneOfThoseThatExpectTheSameWrites() throws Exception {
        Sku sku = shelve(inventory, 10);

        List<Object> outcomes = Together.run(
                8,
                i -> () -> catalogue.put(
                        sku,
                        new ProductChange("Lamp " + i, Money.won(i), 10L),
                        OPS,
                        item -> item.orElseThrow().name().equals("A product")));

        assertThat(outcomes).filteredOn(SavedProduct.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(ProductChanged.class::isInstance).hasSize(7);
    }
}
