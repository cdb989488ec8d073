package io.orderflow.payment;

/** The status of a charge. */
public enum ChargeStatus {

    /** The gateway is being asked, again if necessary; the outcome is not known yet. */
    REQUESTED,
    /** The gateway has taken the money for us. */
    APPROVED,
    /** The gateway has refused the charge for good. */
    DECLINED,
    /** The outcome is not known after all attempts; a person must look into it. */
    UNRESOLVED
}
