package io.orderflow.process.watching;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The background job that looks for missed events. A process is told within a minute after it can hear again. */
@Component
@ConditionalOnProperty(name = "orders.background.enabled", matchIfMissing = true)
class MissedEventsJob {

    private final MissedEvents missed;
    private final SuspendedSteps steps;

    MissedEventsJob(MissedEvents missed, SuspendedSteps steps) {
        this.missed = missed;
        this.steps = steps;
    }

    @Scheduled(initialDelay = 15_000, fixedDelay = 40_000)
    void look() {
        missed.tellAgain();
    }

    @Scheduled(initialDelay = 16_000, fixedDelay = 40_000)
    void lookForSuspendedSteps() {
        steps.look();
    }
}
