package io.orderflow.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderflow.coupon.CouponNotUsable.Reason;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouponTests {

    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");
    private static final CustomerId ALICE = new CustomerId("alice");
    private static final CustomerId BOB = new CustomerId("bob");

    private final CouponInfo coupon = used(0);

    @ParameterizedTest
    @CsvSource({
        "PERCENT, 10, 178000, 17800",
        "PERCENT, 10, 199, 19",
        "PERCENT, 33, 1, 0",
        "PERCENT, 100, 999, 999",
        "PERCENT, 99, 9223372036854775807, 9131138316486228048",
        "AMOUNT, 5000, 12000, 5000",
        "AMOUNT, 5000, 4999, 4999",
        "AMOUNT, 5000, 0, 0"
    })
    void discountIsRoundedDownAndNeverAboveTheTotal(DiscountType type, long value, long total, long discount) {
        CouponTerms terms = new CouponTerms(type, value, Money.ZERO, 1, null, null, null);

        assertThat(terms.discountOn(Money.won(total))).isEqualTo(Money.won(discount));
    }

    @Test
    void isUsableFromItsFirstMomentUpToItsLast() {
        assertThatCode(() -> coupon.check(ALICE, Money.won(10_000), FROM)).doesNotThrowAnyException();
        assertThatCode(() -> coupon.check(ALICE, Money.won(10_000), TO.minusMillis(1)))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheReasonWhenItIsNotUsable() {
        assertThat(refusal(BOB, 10_000, FROM)).isEqualTo(Reason.NOT_YOURS);
        assertThat(refusal(ALICE, 10_000, FROM.minusMillis(1))).isEqualTo(Reason.NOT_YET_VALID);
        assertThat(refusal(ALICE, 10_000, TO)).isEqualTo(Reason.EXPIRED);
        assertThat(refusal(ALICE, 9_999, FROM)).isEqualTo(Reason.BELOW_MINIMUM);
        assertThat(catchThrowableOfType(CouponNotUsable.class, () -> used(1).check(ALICE, Money.won(10_000), FROM))
                        .reason())
                .isEqualTo(Reason.USED_UP);
    }

    @Test
    void termsRejectNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> terms(DiscountType.PERCENT, 101, 1, FROM, TO));
        assertThatIllegalArgumentException().isThrownBy(() -> terms(DiscountType.AMOUNT, 0, 1, FROM, TO));
        assertThatIllegalArgumentException().isThrownBy(() -> terms(DiscountType.AMOUNT, 1, -1, FROM, TO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms(DiscountType.AMOUNT, 1, 1, FROM, FROM.plusNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> terms(null, 1, 1, FROM, TO));
    }

    private static CouponInfo used(long times) {
        return new CouponInfo(
                new CouponCode("ALICE20"),
                new CouponTerms(DiscountType.PERCENT, 20, Money.won(10_000), 1, FROM, TO, ALICE),
                times);
    }

    private static CouponTerms terms(DiscountType type, long value, long maxUses, Instant from, Instant to) {
        return new CouponTerms(type, value, Money.ZERO, maxUses, from, to, null);
    }

    private Reason refusal(CustomerId customer, long total, Instant now) {
        return catchThrowableOfType(CouponNotUsable.class, () -> coupon.check(customer, Money.won(total), now))
                .reason();
    }
}
