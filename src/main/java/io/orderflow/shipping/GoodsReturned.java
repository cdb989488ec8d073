package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;

/**
 * An event: returned goods have come back to the shop. It is published once per carrier event about it, in the
 * transaction that stores the carrier event. If a listener throws, the carrier event stays pending and is tried again.
 *
 * @param at the carrier's time of the event, to the millisecond; it is not checked and may be in the future
 */
public record GoodsReturned(OrderNumber orderNumber, Instant at) {}
