package io.orderflow.returns;

/** The time of a return's request, compared with the delivery and the return window. */
public enum ReturnWindow {

    /** The return was requested before the delivery. */
    BEFORE_DELIVERY,
    /** The return was requested within the window in which no reason is needed. */
    WITHDRAWAL,
    /** The return was requested later, when only goods that are defective or not the ordered ones can come back. */
    AFTER_WITHDRAWAL
}
