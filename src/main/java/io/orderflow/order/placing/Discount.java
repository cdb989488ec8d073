package io.orderflow.order.placing;

import io.orderflow.shared.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The calculation that spreads a discount over the lines of an order, so that the shares add up exactly, to the won.
 */
final class Discount {

    private Discount() {}

    /**
     * Returns the share of each line: the share of all lines up to it, rounded down, less the shares of the lines
     * before it. So no won is lost, and no share is above its line's total.
     *
     * @param discount at most the sum of {@code lineTotals}
     * @return one share per line total, in the same order, adding up to {@code discount}
     */
    static List<Money> spread(Money discount, List<Money> lineTotals) {
        Money sum = lineTotals.stream().reduce(Money.ZERO, Money::plus);
        if (discount.compareTo(sum) > 0) {
            throw new IllegalArgumentException("a discount of " + discount + " is above the total of " + sum);
        }
        List<Money> shares = new ArrayList<>(lineTotals.size());
        Money running = Money.ZERO;
        Money given = Money.ZERO;
        for (Money line : lineTotals) {
            running = running.plus(line);
            Money deserved = share(discount, running, sum);
            shares.add(deserved.minus(given));
            given = deserved;
        }
        return shares;
    }

    private static Money share(Money discount, Money part, Money sum) {
        if (sum.isZero()) {
            return Money.ZERO;
        }
        return new Money(BigInteger.valueOf(discount.won())
                .multiply(BigInteger.valueOf(part.won()))
                .divide(BigInteger.valueOf(sum.won()))
                .longValueExact());
    }
}
