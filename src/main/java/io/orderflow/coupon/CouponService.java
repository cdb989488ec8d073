package io.orderflow.coupon;

import io.orderflow.coupon.CouponNotUsable.Reason;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.transactions.TransactionTriedTwice;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The service for coupons and the orders that use them. A use is counted only if the coupon's row allows one more at
 * that moment, so that there are never more uses than its maximum.
 */
@Service
public class CouponService {

    private final Coupons coupons;
    private final CouponUses uses;
    private final Clock clock;

    CouponService(Coupons coupons, CouponUses uses, Clock clock) {
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
    public Money discount(CouponCode code, CustomerId customer, Money total) throws CouponNotUsable {
        CouponInfo coupon = coupons.read(code).orElseThrow(() -> new CouponNotUsable(Reason.UNKNOWN));
        coupon.check(customer, total, clock.instant());
        return coupon.terms().discountOn(total);
    }

    /**
     * Uses the coupon for the order, under the same conditions as when it was only checked. A repeated call for an
     * order that holds it has no effect, even if the coupon could not be used any more.
     *
     * @param total before the discount
     * @throws CouponNotUsable when the customer cannot use it now on that total; nothing is changed then
     */
    @Transactional
    public void use(CouponCode code, OrderNumber order, CustomerId customer, Money total) throws CouponNotUsable {
        Instant now = clock.instant()
                .truncatedTo(ChronoUnit.MILLIS); // As the terms, so that Java and the database compare alike.
        if (!coupons.use(code, customer, total, now)) {
            useOrTellWhyNot(code, order, customer, total, now);
        } else if (!uses.add(order, code, now)) {
            coupons.restore(code);
        }
    }

    /** Uses the coupon under its lock, or throws the refusal with its reason. */
    private void useOrTellWhyNot(CouponCode code, OrderNumber order, CustomerId customer, Money total, Instant now)
            throws CouponNotUsable {
        CouponInfo coupon = coupons.lock(code).orElseThrow(() -> new CouponNotUsable(Reason.UNKNOWN));
        if (uses.codeOf(order).isEmpty()) {
            coupon.check(customer, total, now);
            coupons.use(code, customer, total, now);
            uses.add(order, code, now);
        }
    }

    /** Takes the coupon back from the order. A repeated call, or one for an order that holds none, has no effect. */
    @Transactional
    public void restore(OrderNumber order) {
        uses.codeOf(order).filter(code -> uses.remove(order)).ifPresent(coupons::restore);
    }

    /** The coupon that the order holds; empty when it holds none. */
    public Optional<CouponCode> heldBy(OrderNumber order) {
        return uses.codeOf(order);
    }

    /** The coupon, or empty when the code is unknown. */
    public Optional<CouponInfo> get(CouponCode code) {
        return coupons.read(code);
    }

    /**
     * Creates the coupon, or replaces its terms; a repeated call replaces them by the same. A maximum below the present
     * number of uses is taken: orders keep what they hold, and nobody else gets it. Call it outside of a transaction:
     * when someone else creates the same coupon first, it tries again in a new one.
     *
     * @return the coupon as stored, and whether it is new
     */
    @TransactionTriedTwice
    public SavedCoupon put(CouponCode code, CouponTerms terms) {
        Optional<CouponInfo> known = coupons.lock(code);
        if (known.isEmpty()) {
            coupons.add(code, terms);
        } else {
            coupons.replace(code, terms);
        }
        return new SavedCoupon(
                new CouponInfo(code, terms, known.map(CouponInfo::used).orElse(0L)), known.isEmpty());
    }
}
