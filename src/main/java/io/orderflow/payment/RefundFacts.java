package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import org.jspecify.annotations.Nullable;

/**
 * A refund as it stands, and what a person must know to settle it.
 *
 * @param amount won, more than 0
 * @param tries how often the gateway was asked
 * @param answer the gateway's last words, null when it was never asked
 */
public record RefundFacts(
        RefundId id,
        OrderNumber order,
        Money amount,
        RefundStatus status,
        int tries,
        @Nullable String answer) {}
