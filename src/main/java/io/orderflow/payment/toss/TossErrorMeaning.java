package io.orderflow.payment.toss;

import java.util.Set;

/**
 * The meaning of an error code of Toss Payments. The code decides and not the HTTP status: some errors with status 400
 * are final, and others may be tried again. A code that is not listed is {@link #UNKNOWN}.
 */
enum TossErrorMeaning {

    /** The charge is declined for good. */
    DECLINED,
    /** The refund is refused; a person must act. */
    REFUSED,
    /** Our request is wrong, which is our own fault. */
    OURS,
    /** The request may have been carried out before; a look-up tells. */
    LOOK_UP,
    /** The gateway knows no such payment. */
    NOT_FOUND,
    /** The outcome is not known. */
    UNKNOWN;

    private static final Set<String> DECLINES = Set.of(
            "REJECT_CARD_COMPANY",
            "REJECT_CARD_PAYMENT",
            "REJECT_ACCOUNT_PAYMENT",
            "INVALID_REJECT_CARD",
            "INVALID_STOPPED_CARD",
            "INVALID_CARD_EXPIRATION",
            "INVALID_CARD_NUMBER",
            "INVALID_CARD_LOST_OR_STOLEN",
            "INVALID_CARD_INSTALLMENT_PLAN",
            "BELOW_MINIMUM_AMOUNT",
            "NOT_ALLOWED_POINT_USE",
            "INVALID_PASSWORD",
            "FDS_ERROR",
            "NOT_FOUND_PAYMENT_SESSION");
    private static final String LIMIT_OF_CHARGES = "EXCEED_MAX_";
    private static final Set<String> REFUSALS = Set.of(
            "REFUND_REJECTED",
            "EXCEED_MAX_REFUND_DUE",
            "NOT_ALLOWED_PARTIAL_REFUND",
            "EXCEED_CANCEL_AMOUNT_DISCOUNT_AMOUNT");
    private static final Set<String> FAULTS = Set.of(
            "UNAUTHORIZED_KEY",
            "INVALID_API_KEY",
            "INVALID_REQUEST",
            "FORBIDDEN_REQUEST",
            "INCORRECT_BASIC_AUTH_FORMAT",
            "INVALID_IDEMPOTENCY_KEY");
    private static final Set<String> DONE_BEFORE = Set.of(
            "ALREADY_CANCELED_PAYMENT",
            "NOT_CANCELABLE_AMOUNT",
            "NOT_CANCELABLE_PAYMENT",
            "NOT_MATCHES_REFUNDABLE_AMOUNT");
    private static final Set<String> ABSENT = Set.of("NOT_FOUND", "NOT_FOUND_PAYMENT", "NOT_FOUND_PAYMENT_SESSION");

    /** @param code an error code, or empty */
    static TossErrorMeaning onCharge(String code) {
        if (code.equals("ALREADY_PROCESSED_PAYMENT")) {
            return LOOK_UP;
        }
        boolean declined = DECLINES.contains(code) || code.startsWith(LIMIT_OF_CHARGES) && !REFUSALS.contains(code);
        return declined ? DECLINED : common(code);
    }

    /** @param code an error code, or empty */
    static TossErrorMeaning onRefund(String code) {
        if (DONE_BEFORE.contains(code)) {
            return LOOK_UP;
        }
        return REFUSALS.contains(code) ? REFUSED : common(code);
    }

    /** @param code an error code, or empty */
    static TossErrorMeaning onReading(String code) {
        return ABSENT.contains(code) ? NOT_FOUND : common(code);
    }

    private static TossErrorMeaning common(String code) {
        return FAULTS.contains(code) ? OURS : UNKNOWN;
    }
}
