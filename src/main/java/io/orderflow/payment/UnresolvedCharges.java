package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The reporter that says once that a charge is unresolved, so that a person looks into it. */
@Component
class UnresolvedCharges {

    private final Payments payments;

    UnresolvedCharges(Payments payments) {
        this.payments = payments;
    }

    /** Notes the report in a transaction of its own, because the exception rolls the caller's transaction back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    PaymentOutcomeUnknown unresolved(OrderNumber order) {
        ChargeIntent charge = payments.charge(order).orElseThrow();
        charge.report();
        return new PaymentOutcomeUnknown(("""
                Order %s: whether %s were charged is not known after %d attempts. The gateway's last answer: %s. \
                Look the payment up at the gateway. When the cause is gone, increase the retries of this job: the gateway is then \
                asked what became of it, and asked again only if nothing did.""")
                .formatted(
                        order,
                        charge.amount(),
                        charge.attempts().begun(),
                        charge.attempts().lastAnswer()));
    }
}
