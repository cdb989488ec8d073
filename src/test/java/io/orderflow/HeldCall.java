package io.orderflow;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A call that has reached somebody outside and gets its answer when the test says so. */
public class HeldCall {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    /** Waits until they have been asked. */
    public void awaitReached() throws InterruptedException {
        await(reached);
    }

    public void answer() {
        answered.countDown();
    }

    /** To be called by whoever is asked. */
    public void holdBack() {
        reached.countDown();
        try {
            await(answered);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("waited in vain");
        }
    }
}
