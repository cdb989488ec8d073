package io.orderflow.process.returning;

import io.orderflow.coupon.CouponService;
import io.orderflow.process.OrderStep;
import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** <em>Give coupon back</em> when a whole order came back; a repeat changes nothing. */
@Component
class GiveCouponBack implements OrderStep {

    private final CouponService coupons;

    GiveCouponBack(CouponService coupons) {
        this.coupons = coupons;
    }

    @Override
    public void execute(OrderNumber order) {
        coupons.restore(order);
    }
}
