package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;

/**
 * It is known what became of an order's booking with a carrier that does not answer at once; published again after
 * {@link ShippingService#tellAgain}.
 *
 * @param status {@code BOOKED} or {@code UNRESOLVED}
 */
public record BookingAnswered(OrderNumber order, BookingStatus status) {}
