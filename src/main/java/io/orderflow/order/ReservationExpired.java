package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/** Nobody paid for the order in time; nobody can any more. */
public record ReservationExpired(OrderNumber order) {}
