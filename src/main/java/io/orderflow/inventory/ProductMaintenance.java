package io.orderflow.inventory;

import io.orderflow.shared.Actor;
import io.orderflow.shared.Money;
import io.orderflow.shared.Sku;
import io.orderflow.shared.transactions.TransactionTriedTwice;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The service through which people change products. Each change of the pieces on hand is recorded: who made it, when,
 * why, by how many, and the count after it. Conditions are checked, and counts changed, while the product's row is
 * locked. It must be called outside of a transaction.
 */
@Service
public class ProductMaintenance {

    /** The recorded reason of a change that sets the count and gives no reason. */
    static final String SET = "SET";

    private final Products products;
    private final StockChanges changes;

    ProductMaintenance(Products products, StockChanges changes) {
        this.products = products;
        this.changes = changes;
    }

    /**
     * Creates the product, or replaces its name, price and pieces on hand; a repeated call replaces them by the same.
     * When someone else creates the same product first, it tries again in a new transaction.
     *
     * @param whole names everything; anything else is an {@link IllegalArgumentException}
     * @param expected what must hold of the product as it stands; asked with empty when there is none
     * @return the product as stored, and whether it is new
     * @throws ProductChanged when that does not hold; nothing is changed then
     * @throws StockReserved when orders hold more than would be on hand; nothing is changed then
     */
    @TransactionTriedTwice
    public SavedProduct put(Sku sku, ProductChange whole, Actor by, Predicate<Optional<StockItem>> expected)
            throws ProductChanged, StockReserved {
        if (!whole.leavesNothing()) {
            throw new IllegalArgumentException("a product needs a name, a price and pieces on hand");
        }
        Optional<StockItem> known = products.lock(sku);
        require(expected.test(known), sku);
        if (known.isPresent()) {
            return new SavedProduct(replace(known.get(), whole.of(known.get()), by), false);
        }
        StockItem nothing = new StockItem(sku, "", Money.ZERO, 0, 0);
        products.add(whole.of(nothing));
        return new SavedProduct(noted(nothing, whole.of(nothing), by), true);
    }

    /**
     * Changes what the change names, and nothing else; a repeated call has no effect, unless somebody has changed the
     * same since.
     *
     * @param expected what must hold of the product as it stands
     * @return the product as stored
     * @throws ProductUnknown when there is none
     * @throws ProductChanged when that does not hold; nothing is changed then
     * @throws StockReserved when orders hold more than would be on hand; nothing is changed then
     */
    @Transactional
    public StockItem change(Sku sku, ProductChange change, Actor by, Predicate<StockItem> expected)
            throws ProductUnknown, ProductChanged, StockReserved {
        StockItem known = products.lock(sku).orElseThrow(() -> new ProductUnknown(sku));
        require(expected.test(known), sku);
        return replace(known, change.of(known), by);
    }

    /**
     * Moves the count of pieces on hand by a difference, whatever it is. A repeat with the same request key has no
     * effect; any other call moves it once more.
     *
     * @return the product as stored
     * @throws ProductUnknown when there is none
     * @throws StockReserved when orders hold more than would be left; nothing is changed then
     * @throws StockOutOfRange when fewer than none would be left, or more than the shelf takes; nothing is changed then
     */
    @Transactional
    public StockItem move(Sku sku, StockMove move) throws ProductUnknown, StockReserved, StockOutOfRange {
        StockItem known = products.lock(sku).orElseThrow(() -> new ProductUnknown(sku));
        if (move.requestKey() != null && changes.isDone(move.requestKey())) {
            return known;
        }
        long after = Math.addExact(known.onHand(), move.change());
        if (known.reserved() == 0 && after < 0 || after > Math.max(known.onHand(), StockItem.MOST_ON_HAND)) {
            throw new StockOutOfRange(after);
        }
        refuseBelowReserved(known, after);
        StockItem moved = known.with(after);
        products.replace(moved);
        changes.add(sku, move, after);
        return moved;
    }

    private StockItem replace(StockItem known, StockItem wanted, Actor by) throws StockReserved {
        refuseBelowReserved(known, wanted.onHand());
        products.replace(wanted);
        return noted(known, wanted, by);
    }

    private StockItem noted(StockItem before, StockItem after, Actor by) {
        if (after.onHand() != before.onHand()) {
            changes.add(after.sku(), new StockMove(after.onHand() - before.onHand(), SET, by, null), after.onHand());
        }
        return after;
    }

    private static void require(boolean holds, Sku sku) throws ProductChanged {
        if (!holds) {
            throw new ProductChanged(sku);
        }
    }

    private static void refuseBelowReserved(StockItem known, long onHand) throws StockReserved {
        if (onHand < known.reserved()) {
            throw new StockReserved(known.reserved());
        }
    }
}
