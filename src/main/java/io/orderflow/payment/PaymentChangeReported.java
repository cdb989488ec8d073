package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;

/** An event: the gateway has sent a hint about a payment whose charge is unresolved. */
public record PaymentChangeReported(OrderNumber order) {}
