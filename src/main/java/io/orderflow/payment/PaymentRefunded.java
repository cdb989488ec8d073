package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;

/**
 * Money went back to the customer.
 *
 * @param status how: {@code DONE} or {@code SETTLED_OUTSIDE}
 * @param refundedInAll everything refunded of this order up to now
 */
public record PaymentRefunded(OrderNumber order, RefundId refund, RefundStatus status, Money refundedInAll) {}
