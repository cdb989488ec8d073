package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;

/** The gateway is to be asked for an order's money, for the first time. */
record ChargeDue(OrderNumber order) {}
