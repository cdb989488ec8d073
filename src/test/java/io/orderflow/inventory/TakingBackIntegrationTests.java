package io.orderflow.inventory;

import static io.orderflow.inventory.Stock.later;
import static io.orderflow.inventory.Stock.lines;
import static io.orderflow.inventory.Stock.order;
import static io.orderflow.inventory.Stock.shelve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.DatabaseTest;
import io.orderflow.Together;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class TakingBackIntegrationTests {

    private static final String DONE = "done";

    @Autowired
    private InventoryService inventory;

    @Test
    void piecesToSellAgainGoBackOnTheShelfAndOthersDoNot() throws Exception {
        Sku good = shelve(inventory, 10);
        Sku broken = shelve(inventory, 10);
        OrderNumber order = confirmed(good, 3, broken, 2);

        inventory.takeBack(order, order + "-RET1", List.of(restocked(good, 2), lost(broken, 2)));

        assertStock(good, 9, 0);
        assertStock(broken, 8, 0);
    }

    @Test
    void countsPiecesOnceUnderOneReference() throws Exception {
        Sku sku = shelve(inventory, 10);
        OrderNumber order = confirmed(sku, 3);

        inventory.takeBack(order, order + "-RET1", List.of(restocked(sku, 2)));
        inventory.takeBack(order, order + "-RET1", List.of(restocked(sku, 2)));

        assertStock(sku, 9, 0);
    }

    @Test
    void countsPiecesOnceHoweverManyTakeThemBackAtOnce() throws Exception {
        Sku first = shelve(inventory, 100);
        Sku second = shelve(inventory, 100);
        OrderNumber order = confirmed(first, 50, second, 50);

        List<Object> outcomes = Together.run(
                16,
                i -> takingBack(
                        order,
                        "-RET1",
                        i % 2 == 0
                                ? List.of(restocked(first, 3), restocked(second, 4))
                                : List.of(restocked(second, 4), restocked(first, 3))));

        assertThat(outcomes).containsOnly(DONE);
        assertStock(first, 53, 0);
        assertStock(second, 54, 0);
    }

    @Test
    void returnsOfOneOrderAtOnceTakeBackNoMoreThanWasSold() throws Exception {
        Sku sku = shelve(inventory, 10);
        OrderNumber order = confirmed(sku, 5);

        List<Object> outcomes = Together.run(8, i -> takingBack(order, "-RET" + i, List.of(restocked(sku, 2))));

        assertThat(outcomes).filteredOn(DONE::equals).hasSize(2);
        assertThat(outcomes).filteredOn(IllegalStateException.class::isInstance).hasSize(6);
        assertStock(sku, 9, 0);
    }

    @Test
    void refusesMoreThanIsOutAndChangesNothing() throws Exception {
        Sku enough = shelve(inventory, 10);
        Sku tooFew = shelve(inventory, 10);
        OrderNumber order = confirmed(enough, 3, tooFew, 1);

        assertThatThrownBy(() ->
                        inventory.takeBack(order, order + "-RET1", List.of(restocked(enough, 3), lost(tooFew, 2))))
                .isInstanceOf(IllegalStateException.class);

        assertStock(enough, 7, 0);
        inventory.takeBack(order, order + "-RET1", List.of(restocked(enough, 3), lost(tooFew, 1)));
        assertStock(enough, 10, 0);
    }

    @Test
    void refusesWhatTheOrderNeverHadOrNamesTwice() throws Exception {
        Sku sku = shelve(inventory, 10);
        Sku stranger = shelve(inventory, 10);
        OrderNumber order = confirmed(sku, 3);

        assertThatThrownBy(() -> inventory.takeBack(order, order + "-RET1", List.of(restocked(stranger, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(stranger.value());
        assertThatThrownBy(() -> inventory.takeBack(order, order + "-RET1", List.of(restocked(sku, 1), lost(sku, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
        assertStock(sku, 7, 0);
        assertStock(stranger, 10, 0);
    }

    @Test
    void refusesPiecesThatWereNeverTakenOut() throws Exception {
        Sku sku = shelve(inventory, 10);
        OrderNumber held = order();
        inventory.reserve(held, lines(sku, 3), later());

        assertThatThrownBy(() -> inventory.takeBack(held, held + "-RET1", List.of(restocked(sku, 1))))
                .isInstanceOf(IllegalStateException.class);
        assertStock(sku, 10, 3);
    }

    @Test
    void releaseGivesBackOnlyWhatHasNotComeBackAlready() throws Exception {
        Sku sku = shelve(inventory, 10);
        Sku broken = shelve(inventory, 10);
        OrderNumber order = confirmed(sku, 3, broken, 3);
        inventory.takeBack(order, order + "-RET1", List.of(restocked(sku, 2), lost(broken, 2)));

        inventory.release(order);
        inventory.release(order);

        assertStock(sku, 10, 0);
        assertStock(broken, 8, 0);
    }

    @Test
    void writtenOffPiecesStayLostWhenTheOrderIsReleased() throws Exception {
        Sku sku = shelve(inventory, 10);
        OrderNumber order = confirmed(sku, 3);

        inventory.writeOff(order);
        inventory.writeOff(order);
        inventory.release(order);

        assertStock(sku, 7, 0);
        assertThatThrownBy(() -> inventory.takeBack(order, order + "-RET1", List.of(restocked(sku, 1))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void writingOffLeavesHeldAndReleasedPiecesAlone() throws Exception {
        Sku sku = shelve(inventory, 10);
        OrderNumber held = order();
        inventory.reserve(held, lines(sku, 3), later());
        OrderNumber released = confirmed(sku, 2);
        inventory.release(released);

        inventory.writeOff(held);
        inventory.writeOff(released);
        inventory.writeOff(order());

        assertStock(sku, 10, 3);
        inventory.release(held);
        assertStock(sku, 10, 0);
    }

    private OrderNumber confirmed(Sku sku, int pieces) throws OutOfStock {
        OrderNumber order = order();
        inventory.reserve(order, lines(sku, pieces), later());
        inventory.confirm(order);
        return order;
    }

    private OrderNumber confirmed(Sku sku, int pieces, Sku other, int otherPieces) throws OutOfStock {
        OrderNumber order = order();
        inventory.reserve(order, lines(sku, pieces, other, otherPieces), later());
        inventory.confirm(order);
        return order;
    }

    private Callable<Object> takingBack(OrderNumber order, String suffix, List<TakenBack> goods) {
        return () -> {
            inventory.takeBack(order, order + suffix, goods);
            return DONE;
        };
    }

    private static TakenBack restocked(Sku sku, int pieces) {
        return new TakenBack(sku, new Quantity(pieces), true);
    }

    private static TakenBack lost(Sku sku, int pieces) {
        return new TakenBack(sku, new Quantity(pieces), false);
    }

    private void assertStock(Sku sku, long onHand, long reserved) {
        assertThat(inventory.product(sku))
                .get()
                .extracting(StockItem::onHand, StockItem::reserved)
                .containsExactly(onHand, reserved);
    }
}
