package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/**
 * An event: the order has changed. It wakes requests on this node that wait for the order; nothing else depends on it.
 *
 * @param status the status of the order after the change
 */
public record OrderChanged(OrderNumber order, OrderStatus status) {}
