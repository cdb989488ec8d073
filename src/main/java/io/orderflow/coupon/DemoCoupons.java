package io.orderflow.coupon;

import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import java.time.Instant;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The coupons of the demo, created at the start. A coupon that exists already stays as it is. */
@Component
@ConditionalOnProperty(name = "orders.demo", havingValue = "true")
class DemoCoupons implements ApplicationRunner {

    private static final Instant PAST = Instant.parse("2025-01-01T00:00:00Z");

    private final CouponService coupons;

    DemoCoupons(CouponService coupons) {
        this.coupons = coupons;
    }

    @Override
    public void run(ApplicationArguments args) {
        offer("WELCOME10", new CouponTerms(DiscountType.PERCENT, 10, Money.ZERO, 1_000, null, null, null));
        offer("ONCE5000", new CouponTerms(DiscountType.AMOUNT, 5_000, Money.ZERO, 1, null, null, null));
        offer(
                "ALICE20",
                new CouponTerms(DiscountType.PERCENT, 20, Money.ZERO, 1_000, null, null, new CustomerId("alice")));
        offer("EXPIRED", new CouponTerms(DiscountType.PERCENT, 10, Money.ZERO, 1_000, null, PAST, null));
    }

    private void offer(String code, CouponTerms terms) {
        if (coupons.get(new CouponCode(code)).isEmpty()) {
            coupons.put(new CouponCode(code), terms);
        }
    }
}
