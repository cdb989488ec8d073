package io.orderflow.force.gateway;

/** What may go wrong with a call, and whether the money moved by then. */
public enum Fault {
    NONE(When.NEVER),
    LOST_REQUEST(When.BEFORE),
    RESET(When.BEFORE),
    HANG(When.BEFORE),
    SERVER_ERROR(When.BEFORE),
    HTML(When.BEFORE),
    RATE_LIMITED(When.BEFORE),
    CONFLICT(When.BEFORE),
    /** The call is answered with 500 or not at all, and takes effect some seconds later. */
    LATE_EFFECT(When.LATER),
    DECLINED(When.INSTEAD),
    REFUND_REFUSED(When.INSTEAD),
    LOST_ANSWER(When.AFTER),
    RESET_ANSWER(When.AFTER),
    DELAYED_ANSWER(When.AFTER),
    ERROR_ANSWER(When.AFTER),
    GARBAGE(When.AFTER),
    TRUNCATED(When.AFTER),
    WRONG_ORDER(When.AFTER),
    WRONG_AMOUNT(When.AFTER);

    enum When {
        NEVER,
        BEFORE,
        LATER,
        INSTEAD,
        AFTER
    }

    private final When when;

    Fault(When when) {
        this.when = when;
    }

    When when() {
        return when;
    }
}
