package io.orderflow.returns;

import io.orderflow.shared.OrderNumber;

/** An event: a return was requested. Its process starts next, in the same transaction. */
public record ReturnRequested(OrderNumber order, ReturnId id) {}
