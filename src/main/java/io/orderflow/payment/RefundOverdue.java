package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;

/**
 * A refund was asked for three business days ago and is not settled; published once per refund.
 *
 * @param amount won that are still to be refunded
 */
public record RefundOverdue(OrderNumber order, RefundId refund, Money amount) {}
