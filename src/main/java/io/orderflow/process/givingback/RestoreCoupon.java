package io.orderflow.process.givingback;

import io.orderflow.coupon.CouponService;
import io.orderflow.process.OrderStep;
import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** The delegate of <em>Restore coupon</em>, which undoes <em>Use coupon</em>. A repeat changes nothing. */
@Component
class RestoreCoupon implements OrderStep {

    private final CouponService coupons;

    RestoreCoupon(CouponService coupons) {
        this.coupons = coupons;
    }

    @Override
    public void execute(OrderNumber order) {
        coupons.restore(order);
    }
}
