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
 * The wish to send goods back.
 *
 * @param onlyOf the customer whose order it must be; empty: anybody's (ops)
 * @param by who asks
 * @param reason not null
 * @param comment null, or up to 500 characters in the requester's words
 * @param items how many pieces of what; empty: all that is left
 * @param requestKey null, or up to 64 characters that a repeat of this very request brings again
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

    /** A request that brings no key. */
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
