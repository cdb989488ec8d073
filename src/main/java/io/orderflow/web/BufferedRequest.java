package io.orderflow.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request that reads its body when the first byte is needed, and then keeps it in memory, so that every stream starts
 * at the beginning. If the body is too large, too late or broken, it throws the problem for that.
 */
public class BufferedRequest extends HttpServletRequestWrapper {

    private final int limit;
    private byte @Nullable [] body;

    /** @param limit the largest number of bytes of a body */
    public BufferedRequest(HttpServletRequest request, int limit) {
        super(request);
        this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Memory();
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private byte[] body() {
        if (body == null) {
            body = read();
        }
        return body;
    }

    /** Reads the body, and counts its bytes, because a chunked body announces no length. */
    private byte[] read() {
        byte[] read;
        try {
            read = getRequest().getInputStream().readNBytes(limit + 1);
        } catch (IOException e) {
            boolean late = e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException;
            throw StatusCodes.problem(late ? HttpStatus.REQUEST_TIMEOUT : HttpStatus.BAD_REQUEST);
        }
        if (read.length > limit) {
            throw StatusCodes.problem(HttpStatus.PAYLOAD_TOO_LARGE);
        }
        return read;
    }

    private class Memory extends ServletInputStream {

        private @Nullable ByteArrayInputStream bytes;

        @Override
        public int read() {
            return bytes().read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes().read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes().available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body comes from memory");
        }

        private ByteArrayInputStream bytes() {
            if (bytes == null) {
                bytes = new ByteArrayInputStream(body());
            }
            return bytes;
        }
    }
}
