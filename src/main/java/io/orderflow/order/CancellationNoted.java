package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/** Somebody wants the order cancelled, and that is stored. */
public record CancellationNoted(OrderNumber order) {}
