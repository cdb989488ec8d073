package io.orderflow.returns;

import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people and rules need to know to decide about a return.
 *
 * @param comment null, or the requester's words
 * @param refund what is refunded if all is accepted
 * @param window where the request lies with regard to the delivery
 * @param until the last moment for this reason; null when the order has not been delivered
 * @param earlierReturns how many other returns this customer has requested, whatever became of them
 */
public record ReturnFacts(
        ReturnId id,
        OrderNumber order,
        CustomerId customer,
        ReturnStatus status,
        ReturnReason reason,
        @Nullable String comment,
        List<Item> items,
        Money refund,
        Instant requestedAt,
        ReturnWindow window,
        @Nullable Instant until,
        long earlierReturns) {

    public ReturnFacts {
        items = List.copyOf(items);
    }

    /**
     * @param name as it was when it was bought
     * @param price of one piece, before discount
     * @param quantity pieces that are to come back
     */
    public record Item(Sku sku, String name, Money price, Quantity quantity) {}
}
