package io.orderflow.cases;

/** Whether somebody must still act. */
public enum CaseState {
    OPEN,
    CLOSED
}
