package io.orderflow.web.connection;

import java.util.concurrent.Semaphore;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * Tomcat's HTTP/1.1, except that the head of a request and its body each have a deadline as a whole: by itself Tomcat
 * only limits the time between two reads. Whoever reads a body, and on whichever path, reads it through
 * {@link TimedBody}.
 */
public class TimedProtocol extends Http11NioProtocol {

    private Semaphore places = new Semaphore(1);

    /** To be called before the first request: at most so many threads wait for slow bodies at a time. */
    void slowBodies(int most) {
        places = new Semaphore(most);
    }

    @Override
    protected Processor createProcessor() {
        return new TimedProcessor(this, places);
    }
}
