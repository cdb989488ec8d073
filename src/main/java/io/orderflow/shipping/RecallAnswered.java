package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;

/**
 * It is known what became of the recall of an order's parcel by a carrier that does not answer at once; published again
 * after {@link ShippingService#tellAgain}.
 *
 * @param status {@code RECALLED} or {@code UNRESOLVED}
 */
public record RecallAnswered(OrderNumber order, RecallStatus status) {}
