package io.orderflow.process;

import org.springframework.boot.test.context.TestComponent;

/** Tells processes again what they did not hear when a test says so, as the background does within a minute. */
@TestComponent
public class ToldAgain {

    private final MissedNews missed;

    ToldAgain(MissedNews missed) {
        this.missed = missed;
    }

    public void tell() {
        missed.tellAgain();
    }
}
