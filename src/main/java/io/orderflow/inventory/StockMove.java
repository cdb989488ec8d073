package io.orderflow.inventory;

import io.orderflow.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A move of pieces: a person puts them on the shelf or takes them off it.
 *
 * @param change the pieces put on the shelf, or a negative number for pieces taken off it; not 0
 * @param reason the reason in words, 1 to 500 characters
 * @param by the person who moves them
 * @param requestKey the key by which a repeat of the same request is known, up to 64 characters, or null
 */
public record StockMove(
        long change, String reason, Actor by, @Nullable String requestKey) {

    public StockMove {
        if (change == 0) {
            throw new IllegalArgumentException("nothing to move");
        }
    }
}
