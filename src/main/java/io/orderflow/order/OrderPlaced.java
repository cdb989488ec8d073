package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/** An event: an order has been placed. Its stock is reserved next, in the same transaction. */
public record OrderPlaced(OrderNumber order) {}
