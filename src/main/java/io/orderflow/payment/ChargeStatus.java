package io.orderflow.payment;

/** How far a charge is. */
public enum ChargeStatus {

    /** The gateway is being asked, as often as it takes: the outcome is not known yet. */
    REQUESTED,
    /** The money is ours. */
    APPROVED,
    /** The gateway said no, finally. */
    DECLINED,
    /** The outcome is not known and nobody asks any more: a person must look into it. */
    UNRESOLVED
}
