package io.orderflow.returns;

/** Where a request for a return lies with regard to the delivery. */
public enum ReturnWindow {

    /** Asked for before the goods arrived. */
    BEFORE_DELIVERY,
    /** Within the time in which no reason is needed. */
    WITHDRAWAL,
    /** After that: what is defective or wrong can still come back. */
    AFTER_WITHDRAWAL
}
