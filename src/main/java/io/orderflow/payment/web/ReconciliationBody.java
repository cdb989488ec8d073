package io.orderflow.payment.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.orderflow.payment.Discrepancy;
import io.orderflow.payment.reconciliation.ReconciliationResult;
import io.orderflow.payment.reconciliation.ReconciliationView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison, with the cases of what was found to differ. */
record ReconciliationBody(@JsonUnwrapped ReconciliationView reconciliation, List<CaseBody> cases) {

    /** @param orderNumber whatever was given to the gateway as the order's number */
    record CaseBody(
            String caseId, Discrepancy.Kind kind, @Nullable String orderNumber, String paymentKey, String finding) {}

    static ReconciliationBody of(ReconciliationResult result) {
        return new ReconciliationBody(
                result.reconciliation(),
                result.found().stream().map(ReconciliationBody::of).toList());
    }

    private static CaseBody of(ReconciliationResult.Found found) {
        Discrepancy it = found.difference();
        return new CaseBody(found.caseId(), it.kind(), it.order(), it.paymentKey(), it.words());
    }
}
