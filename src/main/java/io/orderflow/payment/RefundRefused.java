package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;

/**
 * An event: the gateway has refused a refund, or has given no answer in all attempts. A person must act.
 *
 * @param answer the gateway's last answer in words
 */
public record RefundRefused(OrderNumber order, RefundId refund, Money amount, String answer) {}
