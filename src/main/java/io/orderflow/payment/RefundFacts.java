package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import org.jspecify.annotations.Nullable;

/**
 * The state of a refund, with what a person must know to settle it.
 *
 * @param amount more than 0 won
 * @param attempts how often the gateway was asked
 * @param answer the gateway's last answer in words; null before the first one
 */
public record RefundFacts(
        RefundId id,
        OrderNumber order,
        Money amount,
        RefundStatus status,
        int attempts,
        @Nullable String answer) {}
