package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;

/** The gateway is to be asked about a payment again: for a refund, or what became of a charge. */
public record FollowUpDue(OrderNumber order) {}
