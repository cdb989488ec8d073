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
 * The facts that people and rules need to decide about a return.
 *
 * @param comment the requester's words, or null
 * @param refund the refund if all pieces are accepted
 * @param window when the return was requested, compared with the return window
 * @param until the last moment of the return window; null if the order was not delivered
 * @param earlierReturns the number of other returns that this customer has requested, with any outcome
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
     * The pieces of one product that the customer returns.
     *
     * @param name the name at the time of the order
     * @param price the price of one piece, before the discount
     */
    public record Item(Sku sku, String name, Money price, Quantity quantity) {}
}
