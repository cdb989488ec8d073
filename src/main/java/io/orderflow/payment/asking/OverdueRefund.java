package io.orderflow.payment.asking;

import io.orderflow.payment.Payments;
import io.orderflow.payment.RefundOverdue;
import io.orderflow.shared.transactions.RepeatedTransaction;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The transaction in which one late refund is noted. */
@Component
@RepeatedTransaction(attempts = 8)
class OverdueRefund {

    private final Payments payments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OverdueRefund(Payments payments, ApplicationEventPublisher events, Clock clock) {
        this.payments = payments;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Notes the refund and publishes {@link RefundOverdue} in the same transaction. It does nothing if the refund is
     * settled, not late, or was noted before by any node.
     */
    void note(Payments.Late found) {
        payments.lock(found.order())
                .flatMap(charge -> payments.refund(found.refund()))
                .filter(refund -> refund.noteLate(clock.instant()))
                .ifPresent(
                        refund -> events.publishEvent(new RefundOverdue(refund.order(), refund.id(), refund.amount())));
    }
}
