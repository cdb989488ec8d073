package io.orderflow.process;

/** The process variables of an order, by the names the diagram uses. None holds personal data. */
final class OrderVariables {

    /** The end of the reservation, for its timer. */
    static final String RESERVATION_EXPIRES_AT = "reservationExpiresAt";
    /** The end of the return window, for its timer. */
    static final String RETURN_UNTIL = "returnUntil";
    /** Name of an {@link io.orderflow.order.OrderReason}, or the code of the refusal that came in the way. */
    static final String CALL_OFF_REASON = "callOffReason";
    /** What was missing when an order could not be supplied, as JSON; for the next step only, never stored. */
    static final String SHORTAGES = "shortages";
    /** Name of an {@link io.orderflow.order.OrderResult}. */
    static final String RESULT = "result";
    /** How a person settled a refund: RETRY or SETTLED_OUTSIDE. */
    static final String SETTLEMENT = "settlement";
    /** Under which reference a refund was settled outside. */
    static final String SETTLEMENT_REFERENCE = "settlementReference";

    private OrderVariables() {}
}
