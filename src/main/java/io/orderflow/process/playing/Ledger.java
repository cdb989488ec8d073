package io.orderflow.process.playing;

/** The money, pieces and coupon of the one order of a story. A repeated step changes nothing, as in the application. */
class Ledger {

    /** The pieces that the order is about. */
    static final int PIECES = 2;
    /** What they cost, in won. */
    static final long PRICE = 30_000;

    private boolean charged;
    private long refunded;
    private long refundAsked;
    private boolean refundRefused;
    private int outOfStock;
    private int writtenOff;
    private int sentBack;
    private boolean couponUsed;

    void reserve() {
        outOfStock = PIECES;
    }

    void release() {
        outOfStock = 0;
    }

    void writeOff() {
        writtenOff += outOfStock;
        outOfStock = 0;
    }

    void useCoupon() {
        couponUsed = true;
    }

    void giveCouponBack() {
        couponUsed = false;
    }

    /** Notes that the gateway approved the charge. */
    void charge() {
        charged = true;
    }

    /** Asks for all the money back that the shop still has. */
    void askRefundOfEverything() {
        refundAsked = charged ? PRICE - refunded : 0;
    }

    /** Notes how many pieces the customer sends back. */
    void sendBack(int pieces) {
        sentBack = pieces;
    }

    int sentBack() {
        return sentBack;
    }

    long priceOfSentBack() {
        return PRICE / PIECES * sentBack;
    }

    void takeGoodsBack() {
        outOfStock -= sentBack;
    }

    /** Asks for the money for what was sent back. */
    void askRefundOfReturn() {
        refundAsked = charged ? priceOfSentBack() : 0;
    }

    /** Notes the answer of the gateway, or of the person who settled the refund. */
    void answerRefund(String status) {
        refundRefused = status.equals("REFUSED");
        if (status.equals("DONE") || status.equals("SETTLED_OUTSIDE")) {
            refunded += refundAsked;
            refundAsked = 0;
        }
    }

    /** Returns the result of an order that was called off for this reason; the reason may be empty. */
    String result(String reason) {
        if (refundAsked > 0) {
            return refundRefused ? "MONEY_OWED" : "REFUND_UNDER_WAY";
        }
        if (refunded > 0) {
            return "REFUNDED";
        }
        return reason.equals("COUPON_NOT_USABLE") ? "COUPON_REFUSED" : "CANCELLED";
    }

    Balance balance() {
        return new Balance((charged ? PRICE : 0) - refunded, PIECES - outOfStock - writtenOff, !couponUsed);
    }
}
