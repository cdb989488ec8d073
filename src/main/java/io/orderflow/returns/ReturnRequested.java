package io.orderflow.returns;

import io.orderflow.shared.OrderNumber;

/** Somebody wants to send goods of an order back; its handling starts next, in the same transaction. */
public record ReturnRequested(OrderNumber order, ReturnId id) {}
