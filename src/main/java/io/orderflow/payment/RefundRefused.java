package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;

/**
 * The gateway refuses a refund; a person must act.
 *
 * @param answer the gateway's words
 */
public record RefundRefused(OrderNumber order, Money amount, String answer) {}
