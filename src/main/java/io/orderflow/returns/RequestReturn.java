package io.orderflow.returns;

import io.orderflow.shared.Actor;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request to return goods.
 *
 * @param onlyOf the customer to whom the order must belong; empty for ops, who may name any order
 * @param by the person who makes the request
 * @param comment up to 500 characters in the requester's words, or null
 * @param items the quantity of each SKU; empty for all pieces that are left
 * @param requestKey the key by which a repeat of the same request is known, up to 64 characters, or null
 */
public record RequestReturn(
        OrderNumber order,
        Optional<CustomerId> onlyOf,
        Actor by,
        ReturnReason reason,
        @Nullable String comment,
        SortedMap<Sku, Quantity> items,
        @Nullable String requestKey) {

    public RequestReturn {
        Objects.requireNonNull(reason, "reason");
        if (comment != null && comment.length() > 500) {
            throw new IllegalArgumentException("a comment must be at most 500 characters");
        }
        items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    }

    /** Makes a request without a key. */
    public RequestReturn(
            OrderNumber order,
            Optional<CustomerId> onlyOf,
            Actor by,
            ReturnReason reason,
            @Nullable String comment,
            Map<Sku, Quantity> items) {
        this(order, onlyOf, by, reason, comment, new TreeMap<>(items), null);
    }
}
