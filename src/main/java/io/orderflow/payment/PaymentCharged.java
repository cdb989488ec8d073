package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;

/** The money of an order is ours. */
public record PaymentCharged(OrderNumber order) {}
