package io.orderflow.process.guard;

import org.springframework.boot.test.context.TestComponent;

/** Looks for orphans when a test says so, as the background does within a minute. */
@TestComponent
public class Watch {

    private final OrphanGuard orphans;

    Watch(OrphanGuard orphans) {
        this.orphans = orphans;
    }

    public void look() {
        orphans.look();
    }
}
