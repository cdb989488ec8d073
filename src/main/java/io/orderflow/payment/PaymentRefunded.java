package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;

/**
 * Money went back to the customer.
 *
 * @param refundedInAll everything refunded of this order up to now
 */
public record PaymentRefunded(OrderNumber order, Money refundedInAll) {}
