package io.orderflow.coupon;

/** A refusal: the coupon cannot be used for this order. */
public class CouponNotUsable extends Exception {

    /** The reason; if several apply, the first of these. */
    public enum Reason {
        UNKNOWN,
        NOT_YOURS,
        NOT_YET_VALID,
        EXPIRED,
        BELOW_MINIMUM,
        USED_UP
    }

    private final Reason reason;

    CouponNotUsable(Reason reason) {
        super("coupon not usable: " + reason, null, false, false);
        this.reason = reason;
    }

    /** Why not. */
    public Reason reason() {
        return reason;
    }
}
