package io.orderflow.payment.reconciliation;

import io.orderflow.payment.PaymentGateway;
import java.time.Clock;
import org.springframework.beans.factory.BeanFactory;

/** Makes what only the reconciliation can make, for the tests of other rooms. */
public class ReconciliationParts {

    private ReconciliationParts() {}

    /** Compares the application's ledger with this gateway's books. */
    public static LedgerComparison comparison(BeanFactory application, PaymentGateway gateway, Clock clock) {
        return new LedgerComparison(application.getBean(Ledger.class), gateway, clock);
    }
}
