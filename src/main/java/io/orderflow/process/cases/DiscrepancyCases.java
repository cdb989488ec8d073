package io.orderflow.process.cases;

import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.Finding;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.payment.Discrepancies;
import io.orderflow.payment.Discrepancy;
import io.orderflow.shared.OrderNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cases of discrepancies: each payment on which our ledger and the gateway's books disagree becomes one. */
@Component
class DiscrepancyCases implements Discrepancies {

    private static final int LONGEST_REFERENCE = 200;

    private final CaseRegister cases;
    private final OrderReading orders;

    DiscrepancyCases(CaseRegister cases, OrderReading orders) {
        this.cases = cases;
        this.orders = orders;
    }

    @Override
    public String report(Discrepancy difference) {
        return cases.open(new Finding(
                        CaseKind.valueOf(difference.kind().name()),
                        reference(difference.paymentKey()),
                        ours(difference.order()),
                        difference.words(),
                        difference.numbers()))
                .caseId()
                .value();
    }

    /** Returns the order if the application has it. */
    private Optional<OrderNumber> ours(@Nullable String name) {
        return Optional.ofNullable(name)
                .filter(OrderNumber::fits)
                .map(OrderNumber::new)
                .filter(number -> orders.find(number).isPresent());
    }

    private static String reference(String paymentKey) {
        if (paymentKey == null || paymentKey.isBlank()) {
            return "unknown payment";
        }
        return paymentKey.length() <= LONGEST_REFERENCE ? paymentKey : paymentKey.substring(0, LONGEST_REFERENCE);
    }
}
