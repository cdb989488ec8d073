package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;

/**
 * An event: a refund has not been settled within three business days. It is published once per refund.
 *
 * @param amount the money that has not been refunded yet
 */
public record RefundOverdue(OrderNumber order, RefundId refund, Money amount) {}
