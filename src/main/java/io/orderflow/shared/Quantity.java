package io.orderflow.shared;

/**
 * A number of pieces.
 *
 * @param pieces at least 1; less is an {@link IllegalArgumentException}
 */
public record Quantity(int pieces) {

    public Quantity {
        if (pieces < 1) {
            throw new IllegalArgumentException("not a quantity: must be at least 1 piece, was " + pieces);
        }
    }

    /** Returns the sum; an overflow of {@code int} is an {@link ArithmeticException}. */
    public Quantity plus(Quantity more) {
        return new Quantity(Math.addExact(pieces, more.pieces));
    }
}
