package io.orderflow.force.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One connection of HTTP/1.1, which can also be torn in every way that a network tears one. */
class Wire implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        in = new BufferedInputStream(socket.getInputStream());
        socket.setTcpNoDelay(true);
    }

    /** Reads the next request; null when the client hung up. */
    Request read() throws IOException {
        socket.setSoTimeout(0);
        String[] first = line().split(" ");
        if (first.length < 3) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        String[] target = first[1].split("\\?", 2);
        return new Request(
                socket.getLocalPort(),
                first[0],
                target[0],
                target.length > 1 ? target[1] : null,
                headers,
                new String(body, StandardCharsets.UTF_8));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    void send(Answer answer) throws IOException {
        send(answer, 0);
    }

    /** Promises a whole answer, sends the first half of it, and hangs up. */
    void sendHalf(Answer answer) throws IOException {
        send(answer, answer.body().length() / 2);
        hangUp();
    }

    private void send(Answer answer, int missing) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        String head = ("HTTP/1.1 %d -\r\nContent-Type: %s;charset=UTF-8\r\nContent-Length: %d\r\n"
                        + "x-tosspayments-trace-id: %s\r\n\r\n")
                .formatted(answer.status(), answer.type(), body.length, Long.toHexString(System.nanoTime()));
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().write(body, 0, body.length - missing);
        socket.getOutputStream().flush();
    }

    /** Ends the connection in good order, as a server does that goes down. */
    void hangUp() throws IOException {
        socket.close();
    }

    /** Ends the connection with a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Waits, but no longer than the client does. */
    void pause(Duration time) throws IOException {
        if (time.isZero()) {
            return;
        }
        socket.setSoTimeout((int) time.toMillis());
        in.mark(1);
        try {
            in.read();
            in.reset();
        } catch (SocketTimeoutException e) {
            // The client waits still.
        }
    }

    boolean isOpen() {
        return !socket.isClosed();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
