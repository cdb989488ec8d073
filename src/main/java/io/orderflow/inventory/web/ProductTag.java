package io.orderflow.inventory.web;

import io.orderflow.inventory.StockItem;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The entity tag of a product, in two parts: a digest of what a write could overwrite, which is name, price and pieces
 * on hand, and the pieces reserved, which nobody writes. A reader is told of a change of either. A write with
 * {@code If-Match} needs the first part to be current: an order that reserves pieces stands in nobody's way, one that
 * takes pieces off the shelf makes the tag stale.
 */
final class ProductTag {

    private ProductTag() {}

    /** With its quotation marks. */
    static String of(StockItem item) {
        return written(item) + item.reserved() + '"';
    }

    /** Whether a write by somebody who saw the product under this tag overwrites nothing that they did not see. */
    static boolean isCurrent(String tag, StockItem item) {
        return tag.startsWith(written(item));
    }

    private static String written(StockItem item) {
        String all = item.price().won() + " " + item.onHand() + " " + item.name();
        return '"'
                + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString()
                + '.';
    }
}
