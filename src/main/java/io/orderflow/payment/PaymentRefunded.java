package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;

/**
 * An event: the customer has got money back.
 *
 * @param status {@code DONE} if the gateway gave it back, {@code SETTLED_OUTSIDE} if a person did
 * @param refundedInAll the money of this order that has been refunded up to now
 */
public record PaymentRefunded(OrderNumber order, RefundId refund, RefundStatus status, Money refundedInAll) {}
