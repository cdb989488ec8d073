package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/** A customer has handed in a payment for an order that waited for it. */
public record PaymentSubmitted(OrderNumber order) {}
