package io.orderflow.returns;

import io.orderflow.shared.Actor;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return as the API shows it. A part is null if its event has not happened (yet).
 *
 * @param refundAmount won; before the inspection the refund if all pieces are accepted, after it the real refund; 0 if
 *     the return is rejected
 * @param decidedBy who approved or rejected it; if no goods came back, who recorded that; if nothing was accepted, who
 *     inspected the goods
 */
public record ReturnView(
        ReturnId returnId,
        OrderNumber orderNumber,
        ReturnStatus status,
        ReturnReason reason,
        @Nullable String comment,
        List<Item> items,
        Money refundAmount,
        Instant requestedAt,
        @Nullable Actor decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable Instant receivedAt,
        @Nullable Actor inspectedBy,
        @Nullable Instant inspectedAt,
        @Nullable Instant refundedAt) {

    /**
     * The pieces of one product in a return.
     *
     * @param accepted the accepted pieces; null before the inspection
     */
    public record Item(Sku sku, Quantity quantity, @Nullable Integer accepted) {}
}
