package io.orderflow.returns.terms;

import io.orderflow.shared.Money;
import io.orderflow.shared.Quantity;
import java.math.BigInteger;

/** What returned goods are worth, to the won: whatever comes back piece by piece adds up to exactly what was paid. */
public final class RefundAmount {

    private RefundAmount() {}

    /**
     * What was paid for some pieces of a line. Each piece is worth what it adds to the rounded-down share of all pieces
     * up to it, so no won is lost or given twice, however the line is split.
     *
     * @param quantity pieces bought
     * @param discount of the whole line, at most its price
     * @param before pieces that came back earlier
     * @param pieces that come back now; together with those before at most the quantity
     */
    public static Money worth(Money price, Quantity quantity, Money discount, int before, int pieces) {
        if (before < 0 || pieces < 0 || pieces > quantity.pieces() - before) {
            throw new IllegalArgumentException(
                    pieces + " after " + before + " is no part of " + quantity.pieces() + " pieces");
        }
        Money paid = price.times(quantity).minus(discount);
        return share(paid, quantity, before + pieces).minus(share(paid, quantity, before));
    }

    /** What is left of a refund when the fee is kept back; never less than nothing. */
    public static Money lessFee(Money worth, Money fee) {
        return worth.compareTo(fee) <= 0 ? Money.ZERO : worth.minus(fee);
    }

    /** The product may leave a long, the quotient cannot. */
    private static Money share(Money paid, Quantity quantity, int pieces) {
        return Money.won(BigInteger.valueOf(paid.won())
                .multiply(BigInteger.valueOf(pieces))
                .divide(BigInteger.valueOf(quantity.pieces()))
                .longValueExact());
    }
}
