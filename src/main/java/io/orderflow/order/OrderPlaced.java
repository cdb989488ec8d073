package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/** An order exists; its stock is reserved next, in the same transaction. */
public record OrderPlaced(OrderNumber order) {}
