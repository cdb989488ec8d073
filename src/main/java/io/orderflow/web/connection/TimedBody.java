package io.orderflow.web.connection;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The bodies of the requests of one connection. Each body has a deadline, which starts with its first read. A read
 * takes one of a limited number of places; if none is free, the rest of the body has only a quarter of a second left. A
 * read after the deadline fails, and Tomcat answers 408.
 */
class TimedBody implements InputBuffer {

    static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration WITHOUT_PLACE = Duration.ofMillis(250);
    private static final Duration LEAVING = Duration.ofSeconds(1);

    private final Request request;
    private final InputBuffer body;
    private final Semaphore places;
    private final LongConsumer readTimeout;
    private long start = -1;
    private long late;

    /**
     * @param body the buffer that reads from the socket
     * @param readTimeout sets the milliseconds that one read from the socket may wait
     */
    TimedBody(Request request, InputBuffer body, Semaphore places, LongConsumer readTimeout) {
        this.request = request;
        this.body = body;
        this.places = places;
        this.readTimeout = readTimeout;
    }

    @Override
    public int doRead(ApplicationBufferHandler target) throws IOException {
        boolean placed = places.tryAcquire();
        try {
            if (!placed) {
                endWithin(WITHOUT_PLACE);
            }
            readTimeout.accept(millisLeft());
            return body.doRead(target);
        } finally {
            if (placed) {
                places.release();
            }
        }
    }

    @Override
    public int available() {
        return body.available();
    }

    /**
     * Gives the rest of the body, which is not read, one second. In it a client that is still sending can read the
     * answer.
     */
    void leave() {
        endWithin(LEAVING);
    }

    private void endWithin(Duration time) {
        long age = age(); // This may start the deadline of another body.
        late = Math.min(late, age + time.toNanos());
    }

    private long millisLeft() throws SocketTimeoutException {
        long age = age();
        long left = late - age;
        if (left <= 0) {
            throw new SocketTimeoutException("the body took too long");
        }
        return Math.max(1, left / 1_000_000);
    }

    /**
     * Returns the age of the request in nanoseconds. If the request is another one than before, the deadline of its
     * body starts, and {@link #late} is set.
     */
    private long age() {
        long age = System.nanoTime() - request.getStartTimeNanos();
        if (start != request.getStartTimeNanos()) {
            start = request.getStartTimeNanos();
            late = age + DEADLINE.toNanos();
        }
        return age;
    }
}
