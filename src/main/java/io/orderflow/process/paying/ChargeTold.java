package io.orderflow.process.paying;

import io.orderflow.payment.ChargeStatus;

/** The status of a charge as the diagram is told of it. */
enum ChargeTold {

    /** The outcome is not known yet. */
    REQUESTED,
    /** The charge is approved. */
    APPROVED,
    /** The gateway has declined the charge for good. */
    DECLINED,
    /** A person must look into it. */
    UNRESOLVED,
    /** The gateway answered in an earlier transaction than the one in which the process is told. */
    ANSWERED_EARLIER;

    static ChargeTold of(ChargeStatus status) {
        return valueOf(status.name());
    }
}
