package io.orderflow.process.overview;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the same.
 *
 * @param count how many wait, which may be more than the orders that are listed; an order counts once for each thing of
 *     this kind that it waits for
 * @param amount the sum of their amounts, in won
 * @param oldest since when the first of them has waited; null if there is none
 * @param orders the longest waiting first, up to {@link StuckOrders#MOST_LISTED}
 */
record Stuck(
        StuckKind kind, long count, Money amount, @Nullable Instant oldest, List<StuckOrder> orders) {

    /**
     * One that waits.
     *
     * @param orderNumber null for a case about no order of ours
     * @param amount won: what the kind names, such as the refund that is owed, else what the shop holds of the order's
     *     money
     * @param since since when it waits, or has been seen to
     * @param link where to go on: a page of Cockpit, or a resource of this API; relative to the application's address
     */
    record StuckOrder(@Nullable OrderNumber orderNumber, Money amount, Instant since, String link) {}
}
