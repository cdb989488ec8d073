package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/**
 * Something about the order changed. News for callers of this node that wait; nothing depends on it being heard.
 *
 * @param status where the order stands now
 */
public record OrderChanged(OrderNumber order, OrderStatus status) {}
