package io.orderflow.process.placing;

import io.orderflow.coupon.CouponNotUsable;
import io.orderflow.coupon.CouponService;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.process.OrderStep;
import io.orderflow.process.Refusal;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Use coupon</em>: it refuses if the coupon cannot be used any more. Without a coupon it does
 * nothing, and a repeat changes nothing.
 */
@Component
class UseCoupon implements OrderStep {

    private final OrderReading orders;
    private final CouponService coupons;

    UseCoupon(OrderReading orders, CouponService coupons) {
        this.orders = orders;
        this.coupons = coupons;
    }

    @Override
    public void execute(OrderNumber order) {
        OrderReading.Facts facts = orders.facts(order);
        facts.coupon().ifPresent(coupon -> use(coupon, facts));
    }

    private void use(CouponCode coupon, OrderReading.Facts facts) {
        try {
            coupons.use(coupon, facts.number(), facts.customer(), facts.total());
        } catch (CouponNotUsable refusal) {
            throw Refusal.COUPON_NOT_USABLE.because(refusal);
        }
    }
}
