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
 * The guard that keeps customers from guessing coupon codes: after too many codes that cannot be used, a customer's
 * next one is not checked.
 */
@Component
class CouponAttempts {

    private final Allowance allowance;

    CouponAttempts(@Qualifier("couponAllowance") Allowance allowance) {
        this.allowance = allowance;
    }

    /** The placing of an order, with a coupon or without. */
    interface Placing {
        OrderView place() throws ProductsNotFound, CouponRefused, TotalChanged, TooMuchUnpaid;
    }

    /**
     * Places the order. An attempt is counted before its outcome is known, and given back if the coupon was not
     * refused, so that requests at the same time cannot try more codes than requests one after another.
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
