package io.orderflow.coupon;

import io.orderflow.shared.CouponCode;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes coupons, each in a transaction of its own, so that a lost race for a new code can be run again. */
@Component
class CouponBook {

    private final Coupons coupons;

    CouponBook(Coupons coupons) {
        this.coupons = coupons;
    }

    @Transactional
    SavedCoupon put(CouponCode code, CouponTerms terms) {
        Optional<Coupon> known = coupons.lock(code.value());
        known.ifPresent(coupon -> coupon.replace(terms));
        Coupon saved = known.orElseGet(() -> coupons.saveAndFlush(new Coupon(code, terms)));
        return new SavedCoupon(saved.toInfo(), known.isEmpty());
    }
}
