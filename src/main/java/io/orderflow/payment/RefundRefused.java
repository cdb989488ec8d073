package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;

/**
 * The gateway refuses a refund, or has given no answer in all its tries; a person must act.
 *
 * @param answer the gateway's words
 */
public record RefundRefused(OrderNumber order, RefundId refund, Money amount, String answer) {}
