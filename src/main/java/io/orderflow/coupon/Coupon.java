package io.orderflow.coupon;

import io.orderflow.coupon.CouponNotUsable.Reason;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import org.springframework.data.domain.Persistable;

/** A coupon and how often it is used. Managed only while its row is locked, so what it says is never stale. */
@Entity
@Table(name = "coupon")
class Coupon implements Persistable<String> {

    @Id
    private String code;
    @Enumerated(EnumType.STRING)
    private DiscountType discountType;
    private long discountValue;
    private long minimumAmount;
    private long maxUses;
    private long used;
    private Instant validFrom;
    private Instant validTo;
    private String customerId;

    /** Saves the select that would otherwise precede the insert. */
    @Transient
    private boolean unsaved = true;

    protected Coupon() {}

    Coupon(CouponCode code, CouponTerms terms) {
        this.code = code.value();
        replace(terms);
    }

    /** For reading without managing. */
    Coupon(String code, DiscountType discountType, long discountValue, long minimumAmount, long maxUses, long used,
            Instant validFrom, Instant validTo, String customerId) {
        this.code = code;
        this.discountType = discountType;
        this.discountValue = discountValue;
        this.minimumAmount = minimumAmount;
        this.maxUses = maxUses;
        this.used = used;
        this.validFrom = validFrom;
        this.validTo = validTo;
        this.customerId = customerId;
    }

    /** Uses beyond a lowered maximum stay with the orders that hold them; there are no further ones. */
    final void replace(CouponTerms terms) {
        discountType = terms.type();
        discountValue = terms.value();
        minimumAmount = terms.minimum().won();
        maxUses = terms.maxUses();
        validFrom = terms.validFrom();
        validTo = terms.validTo();
        customerId = terms.customer() == null ? null : terms.customer().value();
    }

    /** Passes when the customer may use it now on that total. */
    void check(CustomerId customer, Money total, Instant now) throws CouponNotUsable {
        refuseIf(customerId != null && !customerId.equals(customer.value()), Reason.NOT_YOURS);
        refuseIf(validFrom != null && now.isBefore(validFrom), Reason.NOT_YET_VALID);
        refuseIf(validTo != null && !now.isBefore(validTo), Reason.EXPIRED);
        refuseIf(total.won() < minimumAmount, Reason.BELOW_MINIMUM);
        refuseIf(used >= maxUses, Reason.USED_UP);
    }

    void use(CustomerId customer, Money total, Instant now) throws CouponNotUsable {
        check(customer, total, now);
        used++;
    }

    void restore() {
        if (used == 0) {
            throw new IllegalStateException("coupon " + code + " is not in use");
        }
        used--;
    }

    CouponInfo toInfo() {
        CustomerId customer = customerId == null ? null : new CustomerId(customerId);
        return new CouponInfo(new CouponCode(code), new CouponTerms(discountType, discountValue,
                Money.won(minimumAmount), maxUses, validFrom, validTo, customer), used);
    }

    private static void refuseIf(boolean refused, Reason reason) throws CouponNotUsable {
        if (refused) {
            throw new CouponNotUsable(reason);
        }
    }

    @Override
    public String getId() {
        return code;
    }

    @Override
    public boolean isNew() {
        return unsaved;
    }

    @PostLoad
    @PostPersist
    void saved() {
        unsaved = false;
    }
}
