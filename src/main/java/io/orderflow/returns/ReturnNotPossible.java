package io.orderflow.returns;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refusal: nothing of the order can come back now. Nothing was changed. */
public class ReturnNotPossible extends Exception {

    /**
     * Why not. Where several apply, the first of these: what lasts longer comes before what passes or another reason
     * cures.
     */
    public enum Cause {
        /**
         * The goods are neither with the customer nor on their way: not shipped yet, given up by the carrier, called
         * off.
         */
        NOT_SHIPPED,
        /** Every piece has come back already. */
        NOTHING_LEFT,
        /** The time for this reason is over. */
        WINDOW_CLOSED,
        /** Another return of the order has been requested or approved. */
        ANOTHER_OPEN
    }

    private final Cause cause;
    private final @Nullable Instant deadline;

    ReturnNotPossible(OrderNumber order, Cause cause) {
        this(order, cause, null);
    }

    private ReturnNotPossible(OrderNumber order, Cause cause, @Nullable Instant deadline) {
        super("no return of order " + order + ": " + cause);
        this.cause = cause;
        this.deadline = deadline;
    }

    static ReturnNotPossible windowClosed(OrderNumber order, Instant deadline) {
        return new ReturnNotPossible(order, Cause.WINDOW_CLOSED, deadline);
    }

    /** Why not. */
    public Cause cause() {
        return cause;
    }

    /** The last moment that there was, for {@link Cause#WINDOW_CLOSED}; otherwise empty. */
    public Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }
}
