package io.orderflow.process.watching;

import io.orderflow.process.engine.LostModels;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The background jobs that look for orphans, stray processes and lost models. Each is found within a minute. */
@Component
@ConditionalOnProperty(name = "orders.background.enabled", matchIfMissing = true)
class OrphanJobs {

    private final OrphanGuard guard;
    private final StrayProcessGuard strays;
    private final LostModels models;

    OrphanJobs(OrphanGuard guard, StrayProcessGuard strays, LostModels models) {
        this.guard = guard;
        this.strays = strays;
        this.models = models;
    }

    @Scheduled(initialDelay = 18_000, fixedDelay = 40_000)
    void lookForModels() {
        models.putBack();
    }

    @Scheduled(initialDelay = 19_000, fixedDelay = 40_000)
    void lookForStrays() {
        strays.look();
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 40_000)
    void look() {
        guard.look();
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 600_000)
    void lookFurther() {
        guard.lookFurther();
    }
}
