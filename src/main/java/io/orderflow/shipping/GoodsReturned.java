package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;

/**
 * Returned goods are back with us; published once per event the carrier sends about it, in the transaction that records
 * that event. A listener that throws keeps the event pending, and it is tried again.
 *
 * @param at when it happened by the carrier's account, to the millisecond; whatever the carrier wrote, the future
 *     included
 */
public record GoodsReturned(OrderNumber orderNumber, Instant at) {}
