package io.orderflow.order.web;

import io.orderflow.order.CouponRefused;
import io.orderflow.order.OrderView;
import io.orderflow.order.placing.ProductsNotFound;
import io.orderflow.order.placing.TooMuchUnpaid;
import io.orderflow.order.placing.TotalChanged;
import io.orderflow.web.Allowance;
import io.orderflow.web.Caller;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Keeps customers from guessing coupon codes: who has tried too many that are not usable is not told about the next.
 */
@Component
class CouponAttempts {

    private final Allowance allowance;

    CouponAttempts(@Qualifier("couponAllowance") Allowance allowance) {
        this.allowance = allowance;
    }

    /** Places an order, with a coupon or without. */
    interface Placing {
        OrderView place() throws ProductsNotFound, CouponRefused, TotalChanged, TooMuchUnpaid;
    }

    /**
     * Taken before it is known whether it counts, so that many at once are not told about more codes than one by one.
     */
    OrderView counted(Caller caller, Placing withCoupon)
            throws ProductsNotFound, CouponRefused, TotalChanged, TooMuchUnpaid {
        allowance.take(caller);
        boolean guessed = false;
        try {
            return withCoupon.place();
        } catch (CouponRefused refusal) {
            guessed = true;
            throw refusal;
        } finally {
            if (!guessed) {
                allowance.giveBack(caller);
            }
        }
    }
}
