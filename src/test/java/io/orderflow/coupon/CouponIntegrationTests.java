package io.orderflow.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderflow.DatabaseTest;
import io.orderflow.Together;
import io.orderflow.coupon.CouponNotUsable.Reason;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class CouponIntegrationTests {

    private static final CustomerId ALICE = new CustomerId("alice");
    private static final Money TOTAL = Money.won(178_000);

    @Autowired
    private CouponService coupons;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void checkingTellsTheDiscountAndUsesNothing() throws Exception {
        CouponCode code = tenPercent(1);

        Money discount = coupons.discount(code, ALICE, TOTAL);

        assertThat(discount).isEqualTo(Money.won(17_800));
        assertUsed(code, 0);
    }

    @Test
    void unknownCouponIsRefused() {
        CouponCode unknown = new CouponCode("NOSUCH");

        assertThat(catchThrowableOfType(CouponNotUsable.class, () -> coupons.discount(unknown, ALICE, TOTAL))
                        .reason())
                .isEqualTo(Reason.UNKNOWN);
        assertThat(catchThrowableOfType(CouponNotUsable.class, () -> coupons.use(unknown, order(), ALICE, TOTAL))
                        .reason())
                .isEqualTo(Reason.UNKNOWN);
        assertThat(coupons.get(unknown)).isEmpty();
    }

    @Test
    void orderUsesItsCouponOnceHoweverOftenAsked() throws Exception {
        CouponCode code = tenPercent(1);
        OrderNumber order = order();

        coupons.use(code, order, ALICE, TOTAL);
        coupons.use(code, order, ALICE, TOTAL);

        assertUsed(code, 1);
    }

    @Test
    void restoredCouponCanBeUsedByAnotherOrder() throws Exception {
        CouponCode code = tenPercent(1);
        OrderNumber order = order();
        coupons.use(code, order, ALICE, TOTAL);

        coupons.restore(order);
        coupons.restore(order);

        assertUsed(code, 0);
        coupons.use(code, order(), ALICE, TOTAL);
        assertUsed(code, 1);
    }

    @Test
    void restoringNothingHasNoEffect() {
        coupons.restore(order());
    }

    @Test
    void refusalLeavesTheTransactionAroundUsable() throws Exception {
        CouponCode usedUp = tenPercent(0);
        CouponCode usable = tenPercent(1);
        OrderNumber order = order();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThatThrownBy(() -> coupons.use(usedUp, order, ALICE, TOTAL)).isInstanceOf(CouponNotUsable.class);
            use(usable, order);
        });

        assertUsed(usedUp, 0);
        assertUsed(usable, 1);
    }

    @Test
    void lastUseGoesToExactlyOneOrder() throws Exception {
        CouponCode code = tenPercent(1);

        List<Object> outcomes = Together.run(16, i -> () -> {
            coupons.use(code, order(), ALICE, TOTAL);
            return "used";
        });

        assertThat(outcomes).filteredOn("used"::equals).hasSize(1);
        assertThat(outcomes).filteredOn(CouponNotUsable.class::isInstance).hasSize(15);
        assertUsed(code, 1);
    }

    @Test
    void couponCheckedBeforeItsLockDoesNotHideUsesOfOthers() throws Exception {
        CouponCode code = tenPercent(1);

        List<Object> outcomes = Together.run(
                16,
                i -> () -> new TransactionTemplate(transactions).execute(status -> {
                    try {
                        coupons.discount(code, ALICE, TOTAL);
                        coupons.use(code, order(), ALICE, TOTAL);
                        return "used";
                    } catch (CouponNotUsable e) {
                        return e;
                    }
                }));

        assertThat(outcomes).filteredOn("used"::equals).hasSize(1);
        assertUsed(code, 1);
    }

    @Test
    void usesAndRestoresOfOneOrderAtOnceLeaveTheCountTrue() throws Exception {
        CouponCode code = tenPercent(5);
        OrderNumber order = order();

        List<Object> outcomes = Together.run(16, i -> () -> {
            if (i % 2 == 0) {
                coupons.use(code, order, ALICE, TOTAL);
            } else {
                coupons.restore(order);
            }
            return "done";
        });
        coupons.restore(order);

        assertThat(outcomes).containsOnly("done");
        assertUsed(code, 0);
    }

    @Test
    void maximumBelowThePresentUsesAllowsNoFurtherOnes() throws Exception {
        CouponCode code = tenPercent(2);
        OrderNumber holder = order();
        coupons.use(code, holder, ALICE, TOTAL);
        coupons.use(code, order(), ALICE, TOTAL);

        SavedCoupon lowered = coupons.put(code, terms(1));

        assertThat(lowered.created()).isFalse();
        assertThat(lowered.coupon().used()).isEqualTo(2);
        assertThatThrownBy(() -> coupons.use(code, order(), ALICE, TOTAL)).isInstanceOf(CouponNotUsable.class);
        coupons.use(code, holder, ALICE, TOTAL);
        assertUsed(code, 2);
    }

    @Test
    void keepsTermsAsTheyWerePut() {
        CouponCode code = code();
        CouponTerms terms = new CouponTerms(
                DiscountType.AMOUNT,
                5_000,
                Money.won(10_000),
                7,
                Instant.parse("2026-11-22T09:15:30.123Z"),
                Instant.parse("2026-12-22T09:15:30.456Z"),
                ALICE);

        SavedCoupon saved = coupons.put(code, terms);

        assertThat(saved).isEqualTo(new SavedCoupon(new CouponInfo(code, terms, 0), true));
        assertThat(coupons.get(code)).contains(saved.coupon());
    }

    @Test
    void firstPutsOfOneCouponAtOnceAllSucceedAndOneCreates() throws Exception {
        CouponCode code = code();

        List<Object> outcomes = Together.run(16, i -> () -> coupons.put(code, terms(i)));

        assertThat(outcomes).allMatch(SavedCoupon.class::isInstance);
        assertThat(outcomes)
                .filteredOn(outcome -> ((SavedCoupon) outcome).created())
                .hasSize(1);
    }

    private void use(CouponCode code, OrderNumber order) {
        try {
            coupons.use(code, order, ALICE, TOTAL);
        } catch (CouponNotUsable e) {
            throw new AssertionError(e);
        }
    }

    private CouponCode tenPercent(long maxUses) {
        CouponCode code = code();
        coupons.put(code, terms(maxUses));
        return code;
    }

    private static CouponTerms terms(long maxUses) {
        return new CouponTerms(
                DiscountType.PERCENT,
                10,
                Money.ZERO,
                maxUses,
                Instant.now().minus(Duration.ofDays(1)),
                Instant.now().plus(Duration.ofDays(1)),
                null);
    }

    private static CouponCode code() {
        return new CouponCode(
                "C" + UUID.randomUUID().toString().replace("-", "").toUpperCase());
    }

    private static OrderNumber order() {
        return new OrderNumber("ORD-" + UUID.randomUUID());
    }

    private void assertUsed(CouponCode code, long times) {
        assertThat(coupons.get(code)).get().extracting(CouponInfo::used).isEqualTo(times);
    }
}
