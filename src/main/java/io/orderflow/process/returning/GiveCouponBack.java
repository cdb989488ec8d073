package io.orderflow.process.returning;

import io.orderflow.coupon.CouponService;
import io.orderflow.process.OrderStep;
import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** The delegate of <em>Give coupon back</em>, for an order that came back as a whole. A repeat changes nothing. */
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
