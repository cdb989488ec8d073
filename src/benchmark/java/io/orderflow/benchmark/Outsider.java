package io.orderflow.benchmark;

import java.io.IOException;

/** Somebody outside whom the application asks, and in whose troubles nobody else is to have a part. */
interface Outsider extends AutoCloseable {

    enum State {
        WELL,
        HANGING,
        FAILING
    }

    String name();

    void be(State state) throws IOException, InterruptedException;

    /** SQL for how many answers are being waited for. */
    String asked();

    /** SQL for how many have not got the answer that was hoped for. */
    String unsettled();

    /** SQL for how many a person has to look into. */
    String unresolved();

    @Override
    void close();
}
