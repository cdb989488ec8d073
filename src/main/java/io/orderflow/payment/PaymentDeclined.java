package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;

/**
 * An event: the gateway has declined the charge of an order for good.
 *
 * @param code the gateway's decline code
 * @param later has the meaning of {@link PaymentCharged#later}
 */
public record PaymentDeclined(OrderNumber order, String code, boolean later) {}
