package io.orderflow.coupon;

import io.orderflow.coupon.CouponNotUsable.Reason;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import java.time.Instant;

/**
 * A coupon as it was when it was read.
 *
 * @param used the number of orders that use it
 */
public record CouponInfo(CouponCode code, CouponTerms terms, long used) {

    /** Throws a refusal unless the customer may use the coupon now for this total. */
    void check(CustomerId customer, Money total, Instant now) throws CouponNotUsable {
        refuseIf(terms.customer() != null && !terms.customer().equals(customer), Reason.NOT_YOURS);
        refuseIf(terms.validFrom() != null && now.isBefore(terms.validFrom()), Reason.NOT_YET_VALID);
        refuseIf(terms.validTo() != null && !now.isBefore(terms.validTo()), Reason.EXPIRED);
        refuseIf(total.compareTo(terms.minimum()) < 0, Reason.BELOW_MINIMUM);
        refuseIf(used >= terms.maxUses(), Reason.USED_UP);
    }

    private static void refuseIf(boolean refused, Reason reason) throws CouponNotUsable {
        if (refused) {
            throw new CouponNotUsable(reason);
        }
    }
}
