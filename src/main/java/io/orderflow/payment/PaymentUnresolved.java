package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;

/** Whether an order was charged is not known, and nobody asks any more: a person must look into it. */
public record PaymentUnresolved(OrderNumber order) {}
