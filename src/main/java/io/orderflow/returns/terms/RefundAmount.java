package io.orderflow.returns.terms;

import io.orderflow.shared.Money;
import io.orderflow.shared.Quantity;
import java.math.BigInteger;

/**
 * The calculation of the worth of returned goods, to the won. The worths of single pieces add up to exactly what was
 * paid.
 */
public final class RefundAmount {

    private RefundAmount() {}

    /**
     * Returns what was paid for some pieces of a line. The share of all pieces up to one is rounded down, and a piece
     * is worth what it adds to that share. So no won is lost or refunded twice, regardless of how the line is split.
     *
     * @param price the price of one piece
     * @param quantity the pieces that were bought
     * @param discount the discount of the whole line, at most its price
     * @param before the pieces that came back earlier
     * @param pieces the pieces that come back now; with the earlier ones at most the quantity
     */
    public static Money worth(Money price, Quantity quantity, Money discount, int before, int pieces) {
        if (before < 0 || pieces < 0 || pieces > quantity.pieces() - before) {
            throw new IllegalArgumentException(
                    pieces + " after " + before + " is no part of " + quantity.pieces() + " pieces");
        }
        Money paid = price.times(quantity).minus(discount);
        return share(paid, quantity, before + pieces).minus(share(paid, quantity, before));
    }

    /** Returns the worth less the fee, but not less than 0. */
    public static Money lessFee(Money worth, Money fee) {
        return worth.compareTo(fee) <= 0 ? Money.ZERO : worth.minus(fee);
    }

    /** Returns the share of some pieces. The product may overflow a long, but the quotient fits. */
    private static Money share(Money paid, Quantity quantity, int pieces) {
        return Money.won(BigInteger.valueOf(paid.won())
                .multiply(BigInteger.valueOf(pieces))
                .divide(BigInteger.valueOf(quantity.pieces()))
                .longValueExact());
    }
}
