package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;

/**
 * What a person must know to settle a refund.
 *
 * @param tries how often the gateway was asked
 * @param answer the gateway's last words, null when it was never asked
 */
public record RefundFacts(RefundId id, OrderNumber order, Money amount, int tries, String answer) {}
