package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;

/**
 * The gateway declined the charge of an order, finally.
 *
 * @param code the gateway's decline code
 * @param later as {@link PaymentCharged#later}
 */
public record PaymentDeclined(OrderNumber order, String code, boolean later) {}
