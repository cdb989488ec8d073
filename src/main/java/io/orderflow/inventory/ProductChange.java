package io.orderflow.inventory;

import io.orderflow.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What somebody makes of a product.
 *
 * @param name 1 to 200 characters; null: stays
 * @param price of one piece; null: stays
 * @param onHand pieces on the shelf, those held for orders included, 0 to {@link StockItem#MOST_ON_HAND}; null: stays
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
