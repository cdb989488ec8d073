package io.orderflow.process;

import org.camunda.bpm.engine.delegate.BpmnError;

/** The refusals that the diagram draws, by their error codes. */
enum Refusal {
    OUT_OF_STOCK,
    COUPON_NOT_USABLE,
    CANCELLATION_REQUESTED;

    BpmnError because(Exception refusal) {
        return new BpmnError(name(), refusal.getMessage(), refusal);
    }
}
