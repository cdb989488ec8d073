package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;

/**
 * The money of an order is ours.
 *
 * @param later whether what follows from it has failed once, and must be left for later now, so that this can be stored
 */
public record PaymentCharged(OrderNumber order, boolean later) {}
