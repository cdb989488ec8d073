package io.orderflow.cases;

/** What does not add up. "There" is the payment gateway's books, "here" is ours. */
public enum CaseKind {

    /** An order that is not over, or still holds something, has no running process. */
    ORPHANED_ORDER,
    /** A process of an order is suspended, or fails again and again, and does not hear what has happened. */
    PROCESS_ON_HOLD,
    /** The customer has a parcel about which a person has decided, or after which another one was sent. */
    DELIVERED_AFTER_ALL,
    /** The customer does not have a parcel that the carrier had called delivered. */
    NOT_DELIVERED_AFTER_ALL,
    /** A process ran that no order, return or case needs. */
    STRAY_PROCESS,
    /** Money came to us that our books do not have. */
    CHARGE_MISSING_HERE,
    /** Our books have money that never came to us. */
    CHARGE_MISSING_THERE,
    /** Both sides know of a charge, with different amounts. */
    AMOUNT_DIFFERS,
    /** An order was charged under more than one payment. */
    DOUBLE_CHARGE,
    /** More was given back than our books have. */
    REFUND_MISSING_HERE,
    /** Our books have more given back than was. */
    REFUND_MISSING_THERE
}
