package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says of a charge that a person must look into it, once. */
@Component
class UnresolvedCharges {

    private final Payments payments;

    UnresolvedCharges(Payments payments) {
        this.payments = payments;
    }

    /** Notes that it was said, which stays although the caller's transaction fails by saying it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    PaymentOutcomeUnknown unresolved(OrderNumber order) {
        ChargeIntent charge = payments.charge(order).orElseThrow();
        charge.report();
        return new PaymentOutcomeUnknown(("""
                Order %s: whether %s were charged is not known after %d tries. The gateway's last answer: %s. \
                Look the payment up at the gateway. When the cause is gone, increase the retries of this job: the gateway is then \
                asked what became of it, and asked again only if nothing did.""")
                .formatted(
                        order,
                        charge.amount(),
                        charge.tries().begun(),
                        charge.tries().lastAnswer()));
    }
}
