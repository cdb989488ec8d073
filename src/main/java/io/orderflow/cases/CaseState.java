package io.orderflow.cases;

/** Whether a person must still act on a case. */
public enum CaseState {
    OPEN,
    CLOSED
}
