package io.orderflow.force.gateway;

import java.time.Instant;

/**
 * A movement of money, as it stands in the gateway's books.
 *
 * @param transaction the movement's own key
 * @param order what was given as the order's number
 * @param amount won, positive in both directions
 * @param idempotencyKey under which it was asked for; null if under none
 * @param reason null, or why it was given back
 */
public record Entry(
        String transaction,
        Direction direction,
        String paymentKey,
        String order,
        long amount,
        String idempotencyKey,
        String reason,
        Instant at) {

    /** Where the money went. */
    public enum Direction {
        CHARGE,
        REFUND
    }
}
