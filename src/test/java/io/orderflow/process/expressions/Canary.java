package io.orderflow.process.expressions;

import java.util.concurrent.atomic.AtomicInteger;

/** Sings when somebody's words got further than they may: as a bean that is called, and as an object that is made. */
public class Canary {

    private static final AtomicInteger SONGS = new AtomicInteger();

    public Canary() {
        SONGS.incrementAndGet();
    }

    public boolean touch() {
        return SONGS.incrementAndGet() > 0;
    }

    public static int songs() {
        return SONGS.get();
    }
}
