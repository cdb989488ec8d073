package io.orderflow.process;

/** What the diagram must know of a refund that was asked for. */
enum RefundStatus {

    DONE,
    REFUSED;

    static String of(boolean done) {
        return (done ? DONE : REFUSED).name();
    }
}
