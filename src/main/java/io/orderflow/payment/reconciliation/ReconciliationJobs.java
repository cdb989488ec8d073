package io.orderflow.payment.reconciliation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A job that reconciles the day before, at four in the morning. Until it succeeds, it tries again once an hour until
 * ten.
 */
@Component
@ConditionalOnProperty(name = "orders.background.enabled", matchIfMissing = true)
class ReconciliationJobs {

    private static final Logger log = LoggerFactory.getLogger(ReconciliationJobs.class);

    private final Reconciliation reconciliation;

    ReconciliationJobs(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Scheduled(cron = "0 0 4-10 * * *", zone = "Asia/Seoul")
    void reconcileYesterday() {
        try {
            reconciliation
                    .reconcileYesterday()
                    .map(ReconciliationResult::reconciliation)
                    .ifPresent(it -> log.info(
                            "Reconciled {}: {} payments, {} differences", it.from(), it.payments(), it.differences()));
        } catch (GatewayUnreadable e) {
            log.warn("Not reconciled, to be tried again within the hour: {}", e.getMessage());
        }
    }
}
