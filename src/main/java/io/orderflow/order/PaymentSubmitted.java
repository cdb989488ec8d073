package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/** An event: the customer has submitted a payment for an order that waited for it. */
public record PaymentSubmitted(OrderNumber order) {}
