package io.orderflow.payment.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.orderflow.payment.Discrepancy;
import io.orderflow.payment.reconciliation.ReconciliationResult;
import io.orderflow.payment.reconciliation.ReconciliationView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer with a reconciliation report and the cases of its discrepancies. */
record ReconciliationBody(@JsonUnwrapped ReconciliationView reconciliation, List<CaseBody> cases) {

    /**
     * The case of a discrepancy.
     *
     * @param orderNumber the text that was given to the gateway as the order's number; null if there was none
     */
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
