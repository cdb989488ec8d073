package io.orderflow.coupon;

import io.orderflow.coupon.CouponNotUsable.Reason;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coupons and the orders that hold them. Uses are counted under a lock of the coupon's row, so that there are never more
 * than its maximum. No parameter may be null.
 */
@Service
public class CouponService {

    private final CouponBook book;
    private final Coupons coupons;
    private final CouponUses uses;
    private final Clock clock;

    CouponService(CouponBook book, Coupons coupons, CouponUses uses, Clock clock) {
        this.book = book;
        this.coupons = coupons;
        this.uses = uses;
        this.clock = clock;
    }

    /**
     * What the coupon would take off, as far as can be said now; uses nothing.
     *
     * @param total before the discount
     * @return a percentage rounded down to the won, never more than the total
     * @throws CouponNotUsable when the customer could not use it now on that total
     */
    @Transactional(readOnly = true)
    public Money discount(CouponCode code, CustomerId customer, Money total) throws CouponNotUsable {
        Coupon coupon = coupons.read(code.value()).orElseThrow(() -> new CouponNotUsable(Reason.UNKNOWN));
        coupon.check(customer, total, clock.instant());
        return coupon.toInfo().terms().discountOn(total);
    }

    /**
     * Uses the coupon for the order, under the same conditions as when it was only checked. A repeated call for an order
     * that holds it has no effect, even if the coupon could not be used any more.
     *
     * @param total before the discount
     * @throws CouponNotUsable when the customer cannot use it now on that total; nothing is changed then
     */
    @Transactional
    public void use(CouponCode code, OrderNumber order, CustomerId customer, Money total) throws CouponNotUsable {
        Coupon coupon = coupons.lock(code.value()).orElseThrow(() -> new CouponNotUsable(Reason.UNKNOWN));
        if (uses.codeOf(order.value()).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        coupon.use(customer, total, now);
        uses.save(new CouponUse(order, code, now));
    }

    /** Takes the coupon back from the order. A repeated call, or one for an order that holds none, has no effect. */
    @Transactional
    public void restore(OrderNumber order) {
        uses.codeOf(order.value()).flatMap(coupons::lock).ifPresent(coupon ->
                uses.findById(order.value()).ifPresent(use -> {
                    uses.delete(use);
                    coupon.restore();
                }));
    }

    /** The coupon that the order holds; empty when it holds none. */
    @Transactional(readOnly = true)
    public Optional<CouponCode> heldBy(OrderNumber order) {
        return uses.codeOf(order.value()).map(CouponCode::new);
    }

    /** The coupon, or empty when the code is unknown. */
    @Transactional(readOnly = true)
    public Optional<CouponInfo> get(CouponCode code) {
        return coupons.read(code.value()).map(Coupon::toInfo);
    }

    /**
     * Creates the coupon, or replaces its terms; a repeated call replaces them by the same. A maximum below the present
     * number of uses is taken: orders keep what they hold, and nobody else gets it. Call it outside of a transaction: when
     * someone else creates the same coupon first, it tries again in a new one.
     *
     * @return the coupon as stored, and whether it is new
     */
    public SavedCoupon put(CouponCode code, CouponTerms terms) {
        try {
            return book.put(code, terms);
        } catch (DataIntegrityViolationException someoneElseWasFirst) {
            return book.put(code, terms);
        }
    }
}
