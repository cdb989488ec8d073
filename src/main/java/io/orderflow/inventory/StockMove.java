package io.orderflow.inventory;

import io.orderflow.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Pieces that somebody puts on the shelf or takes off it.
 *
 * @param change pieces put on it, or, negative, taken off it; not 0
 * @param reason why, for people to read; 1 to 500 characters
 * @param by not null
 * @param requestKey null, or up to 64 characters that a repeat of this very request brings again
 */
public record StockMove(
        long change, String reason, Actor by, @Nullable String requestKey) {

    public StockMove {
        if (change == 0) {
            throw new IllegalArgumentException("nothing to move");
        }
    }
}
