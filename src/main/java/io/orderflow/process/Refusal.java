package io.orderflow.process;

import org.camunda.bpm.engine.delegate.BpmnError;

/** The refusals that the diagram draws, by their error codes. */
public enum Refusal {
    OUT_OF_STOCK,
    COUPON_NOT_USABLE,
    CANCELLATION_REQUESTED;

    /** The error that the diagram catches; it carries what the module has said. */
    public BpmnError because(Exception refusal) {
        return new BpmnError(name(), refusal.getMessage(), refusal);
    }
}
