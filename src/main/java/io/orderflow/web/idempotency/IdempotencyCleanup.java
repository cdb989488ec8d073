package io.orderflow.web.idempotency;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A job that removes expired idempotency records, in batches, so that no transaction becomes large. */
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
