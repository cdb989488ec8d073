package io.orderflow.shared;

/**
 * An amount of Korean won, never negative; won have no fractions. Overflow of {@code long} is an
 * {@link ArithmeticException}.
 *
 * @param won at least 0; less is an {@link IllegalArgumentException}
 */
public record Money(long won) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public Money {
        if (won < 0) {
            throw new IllegalArgumentException("not an amount: must not be negative, was " + won + " won");
        }
    }

    /**
     * So much money.
     *
     * @param won at least 0 won; less is an {@link IllegalArgumentException}
     */
    public static Money won(long won) {
        return new Money(won);
    }

    /** Both together. */
    public Money plus(Money more) {
        return new Money(Math.addExact(won, more.won));
    }

    /** Returns the difference; throws an {@link IllegalArgumentException} if {@code less} is more than this. */
    public Money minus(Money less) {
        return new Money(Math.subtractExact(won, less.won));
    }

    /** What so many pieces cost at this price each. */
    public Money times(Quantity quantity) {
        return new Money(Math.multiplyExact(won, quantity.pieces()));
    }

    /** Whether it is 0 won. */
    public boolean isZero() {
        return won == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(won, other.won);
    }

    @Override
    public String toString() {
        return "%,d won".formatted(won);
    }
}
