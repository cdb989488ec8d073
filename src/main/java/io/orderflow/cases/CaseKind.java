package io.orderflow.cases;

/** The kinds of cases. {@code THERE} means the payment gateway's books, {@code HERE} means our ledger. */
public enum CaseKind {

    /** An order that is not finished, or still holds something, has no running process. */
    ORPHANED_ORDER,
    /** A process of an order is suspended or keeps failing, so that it cannot be told what has happened. */
    PROCESS_ON_HOLD,
    /** The customer has a parcel about which a person has decided, or after which another one was sent. */
    DELIVERED_AFTER_ALL,
    /** The customer does not have a parcel that the carrier had reported as delivered. */
    NOT_DELIVERED_AFTER_ALL,
    /** A process was running that no order, return or case needs. */
    STRAY_PROCESS,
    /** The gateway's books have a charge that our ledger does not have. */
    CHARGE_MISSING_HERE,
    /** Our ledger has a charge that the gateway's books do not have. */
    CHARGE_MISSING_THERE,
    /** Both have a charge, with different amounts. */
    AMOUNT_DIFFERS,
    /** An order was charged under more than one payment. */
    DOUBLE_CHARGE,
    /** The gateway has refunded more than our ledger has. */
    REFUND_MISSING_HERE,
    /** Our ledger has more refunded than the gateway has. */
    REFUND_MISSING_THERE
}
