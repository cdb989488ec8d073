package io.orderflow.payment.toss;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads whole requests, remembers them, and loses its answers. */
class LossyServer implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    /** How an answer gets lost once the request was read. */
    enum Loss {
        CLOSED(""),
        RESET(""),
        HALF_A_HEAD("HTTP/1.1 200 OK\r\nContent-Type: appl"),
        NO_BODY("HTTP/1.1 200 OK\r\nContent-Length: 300\r\n\r\n"),
        HALF_A_BODY("HTTP/1.1 200 OK\r\nContent-Length: 300\r\n\r\n{\"status\": \"DONE\", \"order"),
        HALF_A_CHUNK("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{\"status\": \"DONE\"");

        private final String sent;

        Loss(String sent) {
            this.sent = sent;
        }
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final Loss loss;

    LossyServer(Loss loss) throws IOException {
        this.loss = loss;
        Thread thread = new Thread(this::serve, "lossy-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Gives this answer to the first request; to be called before it comes. */
    LossyServer answeringFirst(String json) {
        answers.add("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(json.getBytes(StandardCharsets.UTF_8).length, json));
        return this;
    }

    URI address() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    int connections() {
        return connections.get();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                connections.incrementAndGet();
                serve(socket);
            } catch (IOException e) {
                // The client went away, or the test is over.
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        while (true) {
            requests.add(request(socket.getInputStream()));
            String answer = answers.poll();
            socket.getOutputStream().write((answer == null ? loss.sent : answer).getBytes(StandardCharsets.UTF_8));
            if (answer == null) {
                socket.setSoLinger(loss == Loss.RESET, 0);
                return;
            }
        }
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no whole request");
            }
            head.write(next);
        }
        Matcher length = LENGTH.matcher(head.toString(StandardCharsets.ISO_8859_1));
        in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
