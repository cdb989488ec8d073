package io.orderflow.inventory;

import io.orderflow.shared.Money;
import io.orderflow.shared.Sku;

/**
 * A product and its stock, as they stood when they were read.
 *
 * @param sku not null
 * @param name what customers see; not null
 * @param price of one piece
 * @param onHand pieces on the shelf, those held for orders included
 * @param reserved pieces held for orders that are not confirmed yet; never more than {@code onHand}
 */
public record StockItem(Sku sku, String name, Money price, long onHand, long reserved) {

    /** Pieces of one product that somebody can put on the shelf. */
    public static final long MOST_ON_HAND = 1_000_000_000;

    /** Pieces that nobody holds; never negative. */
    public long available() {
        return onHand - reserved;
    }

    StockItem with(long pieces) {
        return new StockItem(sku, name, price, pieces, reserved);
    }
}
