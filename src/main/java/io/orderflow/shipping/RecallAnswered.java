package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;

/**
 * An event: a carrier that does not answer at once has answered about the recall of an order's parcel, or all attempts
 * are used up. {@link ShippingService#tellAgain} publishes it again.
 *
 * @param status {@code RECALLED} or {@code UNRESOLVED}
 */
public record RecallAnswered(OrderNumber order, RecallStatus status) {}
