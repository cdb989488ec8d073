package io.orderflow.payment.reconciliation;

import io.orderflow.payment.Discrepancy;
import java.util.List;

/** What came of a comparison, with everything that people must look into. */
public record ReconciliationResult(ReconciliationView reconciliation, List<Found> found) {

    /** A difference, and the id under which people find it. */
    public record Found(String caseId, Discrepancy difference) {}
}
