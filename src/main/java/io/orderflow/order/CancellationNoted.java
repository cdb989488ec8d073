package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/**
 * Somebody wants the order cancelled, and that is stored.
 *
 * @param now whether it can be honoured now; false while a payment is in progress, which must not be interrupted: the
 *     order is called off when its outcome is known
 */
public record CancellationNoted(OrderNumber order, boolean now) {}
