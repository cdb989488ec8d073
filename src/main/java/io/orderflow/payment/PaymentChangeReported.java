package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;

/** Somebody says that there is news of a payment that nobody asked about any more. */
public record PaymentChangeReported(OrderNumber order) {}
