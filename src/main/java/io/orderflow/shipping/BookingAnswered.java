package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;

/**
 * An event: a carrier that does not answer at once has answered about an order's booking, or all attempts are used up.
 * {@link ShippingService#tellAgain} publishes it again.
 *
 * @param status {@code BOOKED} or {@code UNRESOLVED}
 */
public record BookingAnswered(OrderNumber order, BookingStatus status) {}
