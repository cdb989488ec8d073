package io.orderflow.payment.asking;

import io.orderflow.outbound.RepeatedTransaction;
import io.orderflow.payment.Payments;
import io.orderflow.payment.RefundOverdue;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Notes that a refund is late, each time in a transaction of its own. */
@Component
@RepeatedTransaction
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
     * Notes it and publishes {@link RefundOverdue}, together with what its listeners do. Settled, not late or noted
     * before, by whichever node: nothing.
     */
    void note(Payments.Late found) {
        payments.lock(found.order())
                .flatMap(charge -> payments.refund(found.refund()))
                .filter(refund -> refund.noteLate(clock.instant()))
                .ifPresent(
                        refund -> events.publishEvent(new RefundOverdue(refund.order(), refund.id(), refund.amount())));
    }
}
