package io.orderflow.order;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;

/**
 * The customer has handed in a payment.
 *
 * @param paymentKey what the gateway knows the payment by
 * @param method null, or how the customer pays
 */
public record PaymentSubmitted(OrderNumber order, String paymentKey, Money amount, String method) {}
