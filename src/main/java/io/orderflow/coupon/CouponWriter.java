package io.orderflow.coupon;

import io.orderflow.shared.CouponCode;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes coupons, each in a transaction of its own, so that the call can be repeated if another transaction adds the
 * same code at the same time.
 */
@Component
class CouponWriter {

    private final Coupons coupons;

    CouponWriter(Coupons coupons) {
        this.coupons = coupons;
    }

    @Transactional
    SavedCoupon put(CouponCode code, CouponTerms terms) {
        Optional<CouponInfo> known = coupons.lock(code);
        if (known.isEmpty()) {
            coupons.add(code, terms);
            return new SavedCoupon(new CouponInfo(code, terms, 0), true);
        }
        coupons.replace(code, terms);
        return new SavedCoupon(new CouponInfo(code, terms, known.get().used()), false);
    }
}
