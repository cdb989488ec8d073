package io.orderflow.shared;

import java.util.concurrent.Semaphore;

/** The places for calls that wait for an outcome: so few that waiting never takes the threads of everybody else's. */
public final class WaitingPlaces {

    private final Semaphore free;

    /** @param most how many may wait at a time, 0 or more */
    public WaitingPlaces(int most) {
        this.free = new Semaphore(most);
    }

    /** Takes a place, to be left again, unless all are taken; never waits itself. */
    public boolean take() {
        return free.tryAcquire();
    }

    /** Gives back a place that was taken. To be called once for each. */
    public void leave() {
        free.release();
    }
}
