package io.orderflow.order.placing;

import io.orderflow.shared.Sku;
import java.time.Duration;
import java.util.Optional;

/** A refusal: with this order the customer would exceed the limits on unpaid orders. Nothing was changed. */
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

    /** Returns how many orders, or pieces of the SKU, may be unpaid at a time. */
    public int limit() {
        return limit;
    }

    /** Returns the SKU with too many unpaid pieces; empty if there would be too many unpaid orders. */
    public Optional<Sku> sku() {
        return sku;
    }

    /** Returns the time after which the order may be possible; empty if the order alone exceeds the limit. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
