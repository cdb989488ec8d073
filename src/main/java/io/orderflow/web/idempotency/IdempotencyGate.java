package io.orderflow.web.idempotency;

import io.orderflow.web.IdempotencyKey;
import io.orderflow.web.WaitingSettings;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * The gate that lets one request per key run, and has the others wait for its answer, for a limited time and as long as
 * there are waiting places.
 */
@Component
class IdempotencyGate {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 250;

    private final IdempotencyRecords records;
    private final Semaphore places;

    IdempotencyGate(IdempotencyRecords records, WaitingSettings settings) {
        this.records = records;
        this.places = new Semaphore(settings.waitingRequests());
    }

    /**
     * Claims the key, or waits for the answer of the request that has it. The result is {@link Outcome.Running} or
     * {@link Outcome.GivenUp} if no request finished during the wait, or if no waiting place was free.
     */
    Outcome enter(IdempotencyKey key, String requestHash) {
        Outcome outcome = records.claim(key, requestHash);
        if (!isOpen(outcome) || !places.tryAcquire()) {
            return outcome;
        }
        try {
            return await(outcome, key, requestHash);
        } finally {
            places.release();
        }
    }

    private Outcome await(Outcome first, IdempotencyKey key, String requestHash) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        Outcome outcome = first;
        while (isOpen(outcome) && System.nanoTime() < giveUpAt && pause(pause)) {
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
            outcome = outcome instanceof Outcome.GivenUp
                    ? records.claim(key, requestHash)
                    : records.look(key, requestHash);
        }
        return outcome;
    }

    private static boolean isOpen(Outcome outcome) {
        return outcome instanceof Outcome.Running || outcome instanceof Outcome.GivenUp;
    }

    void finish(IdempotencyKey key, String holder, StoredResponse answer) {
        records.finish(key, holder, answer);
    }

    void giveUp(IdempotencyKey key, String holder) {
        records.giveUp(key, holder);
    }

    private static boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
