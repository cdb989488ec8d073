package io.orderflow.web.connection;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The processor of one connection, which it closes if the head of a request takes too long. A slow head holds no
 * thread.
 */
class TimedProcessor extends Http11Processor {

    TimedProcessor(TimedProtocol protocol, Semaphore places) {
        super(protocol, protocol.getAdapter());
        request.setInputBuffer(new TimedBody(
                request,
                request.getInputBuffer(),
                places,
                millis -> getSocketWrapper().setReadTimeout(millis)));
    }

    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
        SocketState state = super.service(socket);
        return isWaitingForHead(state) && isLate() ? SocketState.CLOSED : state;
    }

    private boolean isWaitingForHead(SocketState state) {
        return (state == SocketState.LONG || state == SocketState.OPEN) && !isAsync();
    }

    private boolean isLate() {
        long start = request.getStartTimeNanos();
        return start != -1 && System.nanoTime() - start > TimedBody.DEADLINE.toNanos();
    }
}
