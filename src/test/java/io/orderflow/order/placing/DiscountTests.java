package io.orderflow.order.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderflow.shared.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DiscountTests {

    /** A discount and the totals of the lines it is spread over. */
    record Spread(Money discount, List<Money> lines) {

        List<Money> shares() {
            return Discount.spread(discount, lines);
        }
    }

    @Property
    void sharesAddUpToTheDiscount(@ForAll("spreads") Spread spread) {
        assertThat(sum(spread.shares())).isEqualTo(spread.discount());
    }

    @Property
    void noShareIsAboveItsLine(@ForAll("spreads") Spread spread) {
        List<Money> shares = spread.shares();

        assertThat(shares).hasSameSizeAs(spread.lines());
        for (int i = 0; i < shares.size(); i++) {
            assertThat(shares.get(i)).isLessThanOrEqualTo(spread.lines().get(i));
        }
    }

    @Property
    void orderOfLinesMovesNoWonIntoOrOutOfTheSum(@ForAll("spreads") Spread spread, @ForAll Random random) {
        List<Money> shuffled = new ArrayList<>(spread.lines());
        Collections.shuffle(shuffled, random);

        assertThat(sum(Discount.spread(spread.discount(), shuffled))).isEqualTo(sum(spread.shares()));
    }

    @Property
    void shareIsLessThanOneWonFromItsExactPart(@ForAll("spreads") Spread spread) {
        List<Money> shares = spread.shares();
        double factor = (double) spread.discount().won()
                / Math.max(1, sum(spread.lines()).won());

        for (int i = 0; i < shares.size(); i++) {
            double exact = factor * spread.lines().get(i).won();
            assertThat((double) shares.get(i).won()).isBetween(exact - 1 - 1e-9 * exact, exact + 1 + 1e-9 * exact);
        }
    }

    @Example
    void lastWonIsNotLost() {
        List<Money> shares = Discount.spread(Money.won(100), List.of(Money.won(100), Money.won(100), Money.won(100)));

        assertThat(shares).containsExactly(Money.won(33), Money.won(33), Money.won(34));
    }

    @Example
    void amountsUpToTheLargestNumberAreSpread() {
        Money most = Money.won(Long.MAX_VALUE);

        assertThat(Discount.spread(most, List.of(Money.won(Long.MAX_VALUE - 7), Money.won(7))))
                .containsExactly(Money.won(Long.MAX_VALUE - 7), Money.won(7));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Discount.spread(Money.ZERO, List.of(most, Money.won(1))));
    }

    @Example
    void linesThatCostNothingGetNothing() {
        assertThat(Discount.spread(Money.ZERO, List.of(Money.ZERO, Money.ZERO))).containsOnly(Money.ZERO);
        assertThat(Discount.spread(Money.won(5), List.of(Money.ZERO, Money.won(5))))
                .containsExactly(Money.ZERO, Money.won(5));
    }

    @Example
    void refusesDiscountAboveTheTotal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Discount.spread(Money.won(3), List.of(Money.won(1), Money.won(1))));
    }

    @Provide
    Arbitrary<Spread> spreads() {
        Arbitrary<Long> prices = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 100), Arbitraries.longs().between(0, Long.MAX_VALUE / 100));
        return prices.map(Money::won)
                .list()
                .ofMinSize(1)
                .ofMaxSize(100)
                .flatMap(lines -> Combinators.combine(
                                Arbitraries.longs().between(0, sum(lines).won()), Arbitraries.just(lines))
                        .as((discount, same) -> new Spread(Money.won(discount), same)));
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }
}
