package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;

/**
 * An event: the charge of an order has been approved.
 *
 * @param later whether a listener has failed once on this event; it must then do its work later, so that the approval
 *     can be stored
 */
public record PaymentCharged(OrderNumber order, boolean later) {}
