package io.orderflow.inventory;

import io.orderflow.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * A change of a product. A part that is null stays as it is.
 *
 * @param name 1 to 200 characters
 * @param price the price of one piece
 * @param onHand the pieces on hand, including those held for orders, 0 to {@link StockItem#MOST_ON_HAND}
 */
public record ProductChange(
        @Nullable String name,
        @Nullable Money price,
        @Nullable Long onHand) {

    public ProductChange {
        if (onHand != null && (onHand < 0 || onHand > StockItem.MOST_ON_HAND)) {
            throw new IllegalArgumentException("pieces on hand must be from 0 to " + StockItem.MOST_ON_HAND);
        }
    }

    boolean leavesNothing() {
        return name != null && price != null && onHand != null;
    }

    StockItem of(StockItem item) {
        return new StockItem(
                item.sku(),
                name == null ? item.name() : name,
                price == null ? item.price() : price,
                onHand == null ? item.onHand() : onHand,
                item.reserved());
    }
}
