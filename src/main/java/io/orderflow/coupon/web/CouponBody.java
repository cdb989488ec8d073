package io.orderflow.coupon.web;

import io.orderflow.coupon.CouponInfo;
import io.orderflow.coupon.CouponTerms;
import io.orderflow.coupon.DiscountType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A coupon as the API shows it, with amounts in won. */
record CouponBody(
        String code,
        DiscountType discountType,
        long value,
        long minimumAmount,
        long maxUses,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        @Nullable String customerId,
        long used) {

    static CouponBody of(CouponInfo coupon) {
        CouponTerms terms = coupon.terms();
        return new CouponBody(
                coupon.code().value(),
                terms.type(),
                terms.value(),
                terms.minimum().won(),
                terms.maxUses(),
                terms.validFrom(),
                terms.validTo(),
                terms.customer() == null ? null : terms.customer().value(),
                coupon.used());
    }
}
