package io.orderflow.web.connection;

import java.util.concurrent.Semaphore;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * Tomcat's HTTP/1.1 with a deadline for the whole head of a request and another for its whole body: Tomcat itself only
 * limits the time between two reads. Every body is read through {@link TimedBody}.
 */
public class TimedProtocol extends Http11NioProtocol {

    private Semaphore places = new Semaphore(1);

    /** Sets how many threads may wait for slow bodies at a time. It must be called before the first request. */
    void slowBodies(int most) {
        places = new Semaphore(most);
    }

    @Override
    protected Processor createProcessor() {
        return new TimedProcessor(this, places);
    }
}
