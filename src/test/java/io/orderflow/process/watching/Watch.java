package io.orderflow.process.watching;

import org.springframework.boot.test.context.TestComponent;

/** Looks at processes when a test says so, as the background does within a minute. */
@TestComponent
public class Watch {

    private final OrphanGuard orphans;
    private final StrayProcessGuard strays;
    private final MissedEvents missed;
    private final SuspendedSteps steps;

    Watch(OrphanGuard orphans, StrayProcessGuard strays, MissedEvents missed, SuspendedSteps steps) {
        this.orphans = orphans;
        this.strays = strays;
        this.missed = missed;
        this.steps = steps;
    }

    /** Looks for orphans and strays. */
    public void look() {
        strays.look();
        orphans.look();
    }

    /** Tells processes again what they did not hear. */
    public void tellAgain() {
        missed.tellAgain();
    }

    /** Looks for steps that somebody has suspended. */
    public void lookForSuspendedSteps() {
        steps.look();
    }
}
