package io.orderflow.shared;

import java.util.concurrent.Semaphore;

/** The limited places for requests that wait for an outcome, so that they never use up the threads of all others. */
public final class WaitingPlaces {

    private final Semaphore free;

    /** @param most the number of requests that may wait at a time, 0 or more */
    public WaitingPlaces(int most) {
        this.free = new Semaphore(most);
    }

    /** Takes a place, which must be left again; returns false at once if all are taken. */
    public boolean take() {
        return free.tryAcquire();
    }

    /** Gives back a place that was taken. To be called once for each. */
    public void leave() {
        free.release();
    }
}
