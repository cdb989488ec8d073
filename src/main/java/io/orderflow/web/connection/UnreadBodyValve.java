package io.orderflow.web.connection;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * A valve that sends the answer before the body has arrived, if the body is not read, such as that of a stranger.
 * Tomcat would read the rest before the next request, however long it takes. This valve closes the connection instead,
 * after a moment in which the client can read the answer.
 */
class UnreadBodyValve extends ValveBase {

    UnreadBodyValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        try {
            getNext().invoke(request, response);
        } finally {
            if (!request.isAsync() && isUnread(request)) {
                leave(request, response);
            }
        }
    }

    private void leave(Request request, Response response) throws IOException {
        TimedBody body = (TimedBody) request.getCoyoteRequest().getInputBuffer();
        body.leave();
        skip(request, body, true);
        if (!isUnread(request)) {
            return; // The whole body was there already, so the connection can stay open.
        }
        response.setHeader("Connection", "close");
        response.finishResponse();
        if (!request.getCoyoteRequest().hasExpectation()) {
            skip(request, body, false);
        }
        if (isUnread(request)) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private void skip(Request request, TimedBody body, boolean onlyWhatIsHere) {
        Bin bin = new Bin();
        int bytes = 0;
        try {
            while (bytes >= 0 && isUnread(request) && (!onlyWhatIsHere || body.available() > 0)) {
                bytes = body.doRead(bin);
            }
        } catch (IOException e) {
            container.getLogger().debug("a body nobody wanted broke off", e);
        }
    }

    private static boolean isUnread(Request request) {
        AtomicBoolean read = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return !read.get();
    }

    /** A target that drops the bytes. */
    private static class Bin implements ApplicationBufferHandler {

        private @Nullable ByteBuffer buffer;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // The bytes are not collected.
        }
    }
}
