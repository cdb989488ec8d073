package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/**
 * An event: a cancellation of the order was requested and is stored.
 *
 * @param now whether the order can be called off now; false while a payment is in progress, which must not be
 *     interrupted, so that the order is called off when the outcome of the payment is known
 */
public record CancellationNoted(OrderNumber order, boolean now) {}
