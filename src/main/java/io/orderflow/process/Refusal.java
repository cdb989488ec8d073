package io.orderflow.process;

import org.camunda.bpm.engine.delegate.BpmnError;

/** The error codes of the refusals that the diagram draws. */
public enum Refusal {
    OUT_OF_STOCK,
    COUPON_NOT_USABLE,
    CANCELLATION_REQUESTED;

    /** Returns the error that the diagram catches, with the message of the refusal. */
    public BpmnError because(Exception refusal) {
        return new BpmnError(name(), refusal.getMessage(), refusal);
    }
}
