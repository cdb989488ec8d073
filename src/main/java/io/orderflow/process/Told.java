package io.orderflow.process;

/** The result of a wait in the diagram of an order, for the gateway behind it. */
public enum Told {
    SUBMITTED,
    CALLED_OFF,
    HANDED_OVER,
    DELIVERED,
    FAILED,
    EVERYTHING_BACK
}
