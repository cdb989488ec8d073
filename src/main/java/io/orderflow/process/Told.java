package io.orderflow.process;

/** What has come of a wait of the order's diagram; for the gateway behind it. */
public enum Told {
    SUBMITTED,
    CALLED_OFF,
    HANDED_OVER,
    DELIVERED,
    FAILED,
    EVERYTHING_BACK
}
