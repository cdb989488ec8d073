package io.orderflow.returns;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A refusal: the order cannot have this return now. Nothing was changed. */
public class ReturnNotPossible extends Exception {

    /**
     * The cause. If several apply, it is the first of these: causes that last come before those that pass, or that do
     * not apply to another reason.
     */
    public enum Cause {
        /**
         * The goods are neither with the customer nor on their way: they are not shipped yet, the carrier could not
         * deliver them, or the order is called off.
         */
        NOT_SHIPPED,
        /** Every piece has come back already. */
        NOTHING_LEFT,
        /** The return window for this reason is over. */
        WINDOW_CLOSED,
        /** Another return of the order is open. */
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

    /** Returns the last moment of the return window for {@link Cause#WINDOW_CLOSED}; empty for any other cause. */
    public Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }
}
