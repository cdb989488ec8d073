package io.orderflow.process.paying;

import io.orderflow.payment.ChargeStatus;

/** What the diagram is told of a charge. */
enum ChargeTold {

    /** Nothing is known yet. */
    REQUESTED,
    /** The money is ours. */
    APPROVED,
    /** The gateway declined for good. */
    DECLINED,
    /** A person must look into it. */
    UNRESOLVED,
    /** It was answered in an earlier transaction than the one in which the process hears of it. */
    ANSWERED_EARLIER;

    static ChargeTold of(ChargeStatus status) {
        return valueOf(status.name());
    }
}
