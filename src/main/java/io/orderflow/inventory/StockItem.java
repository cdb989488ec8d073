package io.orderflow.inventory;

import io.orderflow.shared.Money;
import io.orderflow.shared.Sku;

/**
 * A product and its stock, as they were when they were read.
 *
 * @param name the name that customers see
 * @param price the price of one piece
 * @param onHand the pieces on the shelf, including those held for orders
 * @param reserved the pieces held for orders and not confirmed yet; never more than {@code onHand}
 */
public record StockItem(Sku sku, String name, Money price, long onHand, long reserved) {

    /** The largest number of pieces of one product on the shelf. */
    public static final long MOST_ON_HAND = 1_000_000_000;

    /** Returns the available pieces, which no order holds; never negative. */
    public long available() {
        return onHand - reserved;
    }

    StockItem with(long pieces) {
        return new StockItem(sku, name, price, pieces, reserved);
    }
}
