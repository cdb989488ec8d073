package io.orderflow.payment.reconciliation;

import io.orderflow.payment.Discrepancy;
import java.util.List;

/** The result of a reconciliation, with all discrepancies that people must look into. */
public record ReconciliationResult(ReconciliationView reconciliation, List<Found> found) {

    /** A discrepancy, and the id of its case. */
    public record Found(String caseId, Discrepancy difference) {}
}
