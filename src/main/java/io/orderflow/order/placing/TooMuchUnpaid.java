package io.orderflow.order.placing;

import io.orderflow.shared.Sku;
import java.time.Duration;
import java.util.Optional;

/** Refusal: with this order the customer would have more unpaid than they may. Nothing was changed. */
public class TooMuchUnpaid extends Exception {

    private final int limit;
    private final transient Optional<Sku> sku;
    private final transient Optional<Duration> retryAfter;

    TooMuchUnpaid(int limit, Optional<Sku> sku, Optional<Duration> retryAfter) {
        super(
                "more than %d %s unpaid"
                        .formatted(limit, sku.map(s -> "pieces of " + s).orElse("orders")),
                null,
                false,
                false);
        this.limit = limit;
        this.sku = sku;
        this.retryAfter = retryAfter;
    }

    /** How many orders, or pieces of the SKU, may be unpaid at a time. */
    public int limit() {
        return limit;
    }

    /** Of what there would be too many pieces; empty where there would be too many orders. */
    public Optional<Sku> sku() {
        return sku;
    }

    /** After which time there may be room again; empty where the order is too much by itself. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
