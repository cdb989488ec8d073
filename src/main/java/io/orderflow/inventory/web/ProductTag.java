package io.orderflow.inventory.web;

import io.orderflow.inventory.StockItem;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The entity tag of a product. It has two parts: a digest of the name, the price and the pieces on hand, which a write
 * can overwrite, and the reserved pieces, which no write changes. For a read both parts count. For a write with
 * {@code If-Match} only the first part counts: an order that reserves pieces does not prevent the write, and one that
 * takes pieces off the shelf does.
 */
final class ProductTag {

    private ProductTag() {}

    /** Returns the tag with its quotation marks. */
    static String of(StockItem item) {
        return written(item) + item.reserved() + '"';
    }

    /** Whether the product still has the parts, which a write can overwrite, that it had under this tag. */
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
