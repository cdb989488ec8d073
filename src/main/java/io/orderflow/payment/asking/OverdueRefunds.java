package io.orderflow.payment.asking;

import io.orderflow.payment.Payments;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The search for refunds that are late. Several nodes may look at the same time. */
@Component
class OverdueRefunds {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueRefunds.class);

    private final Payments payments;
    private final OverdueRefund late;
    private final Clock clock;

    OverdueRefunds(Payments payments, OverdueRefund late, Clock clock) {
        this.payments = payments;
        this.late = late;
        this.clock = clock;
    }

    /**
     * Notes every refund that has become late, by day, because customers are told of it. One that cannot be noted is
     * tried again the next time.
     */
    @Scheduled(cron = "0 20 9-20 * * *", zone = "Asia/Seoul")
    void look() {
        payments.late(clock.instant()).forEach(this::note);
    }

    private void note(Payments.Late found) {
        try {
            late.note(found);
        } catch (RuntimeException e) {
            LOG.warn("Refund {} is late, which could not be noted; it is tried again", found.refund(), e);
        }
    }
}
