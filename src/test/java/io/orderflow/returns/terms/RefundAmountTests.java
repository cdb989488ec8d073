package io.orderflow.returns.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.shared.Money;
import io.orderflow.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundAmountTests {

    @ParameterizedTest
    @CsvSource({"0, 1, 33", "1, 1, 33", "2, 1, 34", "0, 2, 66", "1, 2, 67", "0, 3, 100", "3, 0, 0", "1, 0, 0"})
    void laterPiecesAreWorthWhatEarlierOnesWereRoundedDownBy(int before, int pieces, long won) {
        assertThat(worth(40, 3, 20, before, pieces)).isEqualTo(Money.won(won));
    }

    @Test
    void discountOfTheWholePriceLeavesNothing() {
        assertThat(worth(5_000, 2, 10_000, 0, 2)).isEqualTo(Money.ZERO);
    }

    @Test
    void largestLineDoesNotOverflow() {
        assertThat(worth(Long.MAX_VALUE / 999, 999, 7, 0, 999)).isEqualTo(Money.won(Long.MAX_VALUE / 999 * 999 - 7));
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "3, 1", "-1, 1", "0, -1", "2, 2"})
    void refusesPiecesThatTheLineDoesNotHave(int before, int pieces) {
        assertThatThrownBy(() -> worth(40, 3, 20, before, pieces)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"10000, 3000, 7000", "3000, 3000, 0", "2999, 3000, 0", "0, 3000, 0", "10000, 0, 10000"})
    void feeIsKeptBackAsFarAsThereIsARefund(long worth, long fee, long left) {
        assertThat(RefundAmount.lessFee(Money.won(worth), Money.won(fee))).isEqualTo(Money.won(left));
    }

    @Property
    void anySplitInAnyOrderAddsUpToWhatWasPaid(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long price,
            @ForAll @LongRange(min = 0, max = 10_000) long discountPerMyriad,
            @ForAll List<@IntRange(min = 1, max = 99) Integer> split) {
        List<Integer> parts = split.isEmpty() ? List.of(1) : split;
        int quantity = parts.stream().mapToInt(Integer::intValue).sum();
        long discount = price * quantity / 10_000 * discountPerMyriad;

        List<Money> refunds = new ArrayList<>();
        int before = 0;
        for (int pieces : parts) {
            refunds.add(worth(price, quantity, discount, before, pieces));
            before += pieces;
        }

        assertThat(refunds.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(Money.won(price * quantity - discount));
    }

    @Property
    void noPieceIsWorthMoreThanAWonBesideItsShare(
            @ForAll @LongRange(min = 0, max = 1_000_000) long paid,
            @ForAll @IntRange(min = 1, max = 999) int quantity,
            @ForAll @IntRange(min = 0, max = 998) int at) {
        int before = at % quantity;

        long worth = worth(paid, quantity, paid * (quantity - 1), before, 1).won();

        assertThat(worth).isBetween(paid / quantity, paid / quantity + 1);
    }

    private static Money worth(long price, int quantity, long discount, int before, int pieces) {
        return RefundAmount.worth(Money.won(price), new Quantity(quantity), Money.won(discount), before, pieces);
    }
}
