package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/** An event: the reservation of an unpaid order has expired, and the order can no longer be paid. */
public record ReservationExpired(OrderNumber order) {}
