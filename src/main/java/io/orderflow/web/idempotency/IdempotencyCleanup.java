package io.orderflow.web.idempotency;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what need not be remembered any longer, in batches, so that no transaction grows with the backlog. */
@Component
class IdempotencyCleanup {

    private final IdempotencyRecords records;

    IdempotencyCleanup(IdempotencyRecords records) {
        this.records = records;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void run() {
        boolean more = true;
        while (more) {
            more = records.removeExpired();
        }
    }
}
