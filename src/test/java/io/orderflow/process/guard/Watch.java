package io.orderflow.process.guard;

import org.springframework.boot.test.context.TestComponent;

/** Looks for orphans and strays when a test says so, as the background does within a minute. */
@TestComponent
public class Watch {

    private final OrphanGuard orphans;
    private final StrayGuard strays;

    Watch(OrphanGuard orphans, StrayGuard strays) {
        this.orphans = orphans;
        this.strays = strays;
    }

    public void look() {
        strays.look();
        orphans.look();
    }
}
