package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;

/** An event: it is not known whether an order was charged, and all attempts are used up. A person must look into it. */
public record PaymentUnresolved(OrderNumber order) {}
