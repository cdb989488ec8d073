package io.orderflow.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.DatabaseTest;
import io.orderflow.Statements;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

@DatabaseTest
@Import(Statements.class)
class CouponStatementsIntegrationTests {

    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");
    private static final CustomerId ALICE = new CustomerId("alice");
    private static final CustomerId BOB = new CustomerId("bob");

    @Autowired
    private CouponService service;

    @Autowired
    private Coupons coupons;

    @Test
    void usingACouponTakesTwoStatements() throws Exception {
        CouponCode code = put(new CouponTerms(DiscountType.AMOUNT, 1_000, Money.ZERO, 5, null, null, null));

        List<String> statements = Statements.of(() -> service.use(code, order(), ALICE, Money.won(10_000)));

        assertThat(statements).hasSize(2);
        assertThat(service.get(code)).get().extracting(CouponInfo::used).isEqualTo(1L);
    }

    /** The conditions stand twice: in Java, to tell which is not met, and in SQL, to count a use where all are. */
    @Test
    @Transactional
    void isCountedExactlyWhereItsTermsAllowIt() {
        int allowed = 0;
        for (CustomerId owner : new CustomerId[] {null, ALICE}) {
            for (boolean limited : new boolean[] {false, true}) {
                for (long maximum = 0; maximum <= 1; maximum++) {
                    allowed += compare(new CouponTerms(
                            DiscountType.AMOUNT,
                            1_000,
                            Money.won(10_000),
                            maximum,
                            limited ? FROM : null,
                            limited ? TO : null,
                            owner));
                }
            }
        }
        assertThat(allowed)
                .as("both owners, any time and the two moments within, the total that is enough")
                .isEqualTo((2 + 1) * (4 + 2));
    }

    private int compare(CouponTerms terms) {
        int allowed = 0;
        CouponCode code = put(terms);
        for (CustomerId buyer : List.of(ALICE, BOB)) {
            for (Instant now : List.of(FROM.minusMillis(1), FROM, TO.minusMillis(1), TO)) {
                for (Money total : List.of(Money.won(9_999), Money.won(10_000))) {
                    boolean passes = passes(code, buyer, total, now);
                    assertThat(coupons.use(code, buyer, total, now))
                            .as("%s %s %s %s", terms, buyer, now, total)
                            .isEqualTo(passes);
                    if (passes) {
                        coupons.restore(code);
                        allowed++;
                    }
                }
            }
        }
        return allowed;
    }

    private boolean passes(CouponCode code, CustomerId buyer, Money total, Instant now) {
        try {
            coupons.read(code).orElseThrow().check(buyer, total, now);
            return true;
        } catch (CouponNotUsable refusal) {
            return false;
        }
    }

    private CouponCode put(CouponTerms terms) {
        CouponCode code = new CouponCode(
                "C" + UUID.randomUUID().toString().replace("-", "").toUpperCase());
        service.put(code, terms);
        return code;
    }

    private static OrderNumber order() {
        return new OrderNumber("ORD-" + UUID.randomUUID());
    }
}
