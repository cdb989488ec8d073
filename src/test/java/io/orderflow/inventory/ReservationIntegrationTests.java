package io.orderflow.inventory;

import static io.orderflow.inventory.Stock.alreadyOver;
import static io.orderflow.inventory.Stock.later;
import static io.orderflow.inventory.Stock.lines;
import static io.orderflow.inventory.Stock.order;
import static io.orderflow.inventory.Stock.shelve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderflow.DatabaseTest;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Shortage;
import io.orderflow.shared.Sku;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class ReservationIntegrationTests {

    @Autowired
    private InventoryService inventory;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void holdsAllLinesOnceHoweverOftenAsked() throws Exception {
        Sku first = shelve(inventory, 10);
        Sku second = shelve(inventory, 10);
        OrderNumber order = order();

        inventory.reserve(order, lines(first, 2, second, 3), later());
        inventory.reserve(order, lines(first, 2, second, 3), later());

        assertStock(first, 10, 2);
        assertStock(second, 10, 3);
    }

    @Test
    void refusesNamingEveryShortageInSkuOrder() throws Exception {
        Sku scarce = shelve(inventory, 1);
        Sku unknown = new Sku("ZZZ-UNKNOWN");

        OutOfStock refusal = catchThrowableOfType(
                OutOfStock.class, () -> inventory.reserve(order(), lines(unknown, 1, scarce, 2), later()));

        assertThat(refusal.shortages()).containsExactly(new Shortage(scarce, 2, 1), new Shortage(unknown, 1, 0));
    }

    @Test
    void refusalLeavesNothingChangedInTheTransactionAround() throws Exception {
        Sku plenty = shelve(inventory, 10);
        Sku expired = shelve(inventory, 1);
        Sku scarce = shelve(inventory, 1);
        OrderNumber sleeper = order();
        inventory.reserve(sleeper, lines(expired, 1), alreadyOver());
        OrderNumber taker = order();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThatThrownBy(() -> inventory.reserve(
                            taker, Map.of(plenty, pieces(1), expired, pieces(1), scarce, pieces(2)), later()))
                    .isInstanceOf(OutOfStock.class);
            reserve(taker, plenty);
        });

        assertStock(plenty, 10, 1);
        assertStock(scarce, 1, 0);
        assertStock(expired, 1, 1);
        inventory.confirm(sleeper);
        assertStock(expired, 0, 0);
    }

    @Test
    void expiredReservationYieldsToNewOrderAndNoMoreOfThemThanItTakes() throws Exception {
        Sku sku = shelve(inventory, 2);
        OrderNumber older = order();
        OrderNumber newer = order();
        inventory.reserve(older, lines(sku, 1), alreadyOver().minusSeconds(60));
        inventory.reserve(newer, lines(sku, 1), alreadyOver());

        inventory.reserve(order(), lines(sku, 1), later());

        assertStock(sku, 2, 2);
        inventory.confirm(newer);
        assertStock(sku, 1, 1);
        assertThatThrownBy(() -> inventory.confirm(older)).isInstanceOf(OutOfStock.class);
    }

    @Test
    void livingReservationDoesNotYield() throws Exception {
        Sku sku = shelve(inventory, 1);
        inventory.reserve(order(), lines(sku, 1), later());

        assertThatThrownBy(() -> inventory.reserve(order(), lines(sku, 1), later()))
                .isInstanceOf(OutOfStock.class);
        assertStock(sku, 1, 1);
    }

    @Test
    void expiredReservationCanBeConfirmedAsLongAsNobodyTookIt() throws Exception {
        Sku sku = shelve(inventory, 1);
        OrderNumber order = order();
        inventory.reserve(order, lines(sku, 1), alreadyOver());

        inventory.confirm(order);

        assertStock(sku, 0, 0);
    }

    @Test
    void confirmingTakesPiecesOffTheShelfOnce() throws Exception {
        Sku sku = shelve(inventory, 10);
        OrderNumber order = order();
        inventory.reserve(order, lines(sku, 3), later());

        inventory.confirm(order);
        inventory.confirm(order);

        assertStock(sku, 7, 0);
    }

    @Test
    void lapsedPiecesAreTakenAgainWhenTheyAreBack() throws Exception {
        Sku sku = shelve(inventory, 1);
        OrderNumber late = order();
        OrderNumber quick = order();
        inventory.reserve(late, lines(sku, 1), alreadyOver());
        inventory.reserve(quick, lines(sku, 1), later());
        inventory.release(quick);

        inventory.confirm(late);

        assertStock(sku, 0, 0);
    }

    @Test
    void lapsedPiecesAreTakenAgainBesideThoseStillHeld() throws Exception {
        Sku lapsed = shelve(inventory, 3);
        Sku held = shelve(inventory, 5);
        OrderNumber late = order();
        OrderNumber quick = order();
        inventory.reserve(late, lines(lapsed, 2, held, 4), alreadyOver());
        inventory.reserve(quick, lines(lapsed, 3), later());
        inventory.release(quick);

        inventory.confirm(late);

        assertStock(lapsed, 1, 0);
        assertStock(held, 1, 0);
    }

    @Test
    void refusesToConfirmLapsedPiecesThatAreGone() throws Exception {
        Sku gone = shelve(inventory, 1);
        Sku held = shelve(inventory, 5);
        OrderNumber late = order();
        inventory.reserve(late, lines(gone, 1, held, 1), alreadyOver());
        inventory.reserve(order(), lines(gone, 1), later());

        OutOfStock refusal = catchThrowableOfType(OutOfStock.class, () -> inventory.confirm(late));

        assertThat(refusal.shortages()).containsExactly(new Shortage(gone, 1, 0));
        assertStock(gone, 1, 1);
        assertStock(held, 5, 1);
    }

    @Test
    void releaseFreesHeldPiecesOnce() throws Exception {
        Sku sku = shelve(inventory, 10);
        OrderNumber order = order();
        inventory.reserve(order, lines(sku, 3), later());

        inventory.release(order);
        inventory.release(order);

        assertStock(sku, 10, 0);
    }

    @Test
    void releasePutsConfirmedPiecesBackOnTheShelfOnce() throws Exception {
        Sku sku = shelve(inventory, 10);
        OrderNumber order = order();
        inventory.reserve(order, lines(sku, 3), later());
        inventory.confirm(order);

        inventory.release(order);
        inventory.release(order);

        assertStock(sku, 10, 0);
    }

    @Test
    void releaseOfLapsedPiecesLeavesThemToTheirNewOwner() throws Exception {
        Sku sku = shelve(inventory, 1);
        OrderNumber late = order();
        inventory.reserve(late, lines(sku, 1), alreadyOver());
        inventory.reserve(order(), lines(sku, 1), later());

        inventory.release(late);

        assertStock(sku, 1, 1);
    }

    @Test
    void releaseOfNothingHasNoEffect() {
        inventory.release(order());
    }

    @Test
    void cannotConfirmWhatWasReleasedOrNeverReserved() throws Exception {
        Sku sku = shelve(inventory, 1);
        OrderNumber released = order();
        inventory.reserve(released, lines(sku, 1), later());
        inventory.release(released);

        assertThatThrownBy(() -> inventory.confirm(released)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> inventory.confirm(order())).isInstanceOf(IllegalStateException.class);
        assertStock(sku, 1, 0);
    }

    private static Quantity pieces(int pieces) {
        return new Quantity(pieces);
    }

    private void reserve(OrderNumber order, Sku sku) {
        try {
            inventory.reserve(order, lines(sku, 1), later());
        } catch (OutOfStock e) {
            throw new AssertionError(e);
        }
    }

    private void assertStock(Sku sku, long onHand, long reserved) {
        assertThat(inventory.product(sku))
                .get()
                .extracting(StockItem::onHand, StockItem::reserved)
                .containsExactly(onHand, reserved);
    }
}
