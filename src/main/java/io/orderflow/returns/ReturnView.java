package io.orderflow.returns;

import io.orderflow.shared.Actor;
import io.orderflow.shared.Money;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return as the HTTP contract shows it; null where something has not happened (yet).
 *
 * @param refundAmount in won: until inspection what is refunded if all is accepted, then what is refunded; 0 when
 *     rejected
 * @param decidedBy who approved or rejected it; when nothing came, who said so; when nothing was accepted, who
 *     inspected the goods
 */
public record ReturnView(
        ReturnId returnId,
        ReturnStatus status,
        ReturnReason reason,
        @Nullable String comment,
        List<Item> items,
        Money refundAmount,
        Instant requestedAt,
        @Nullable Actor decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason) {

    /** @param accepted pieces accepted at inspection; null before */
    public record Item(Sku sku, Quantity quantity, @Nullable Integer accepted) {}
}
