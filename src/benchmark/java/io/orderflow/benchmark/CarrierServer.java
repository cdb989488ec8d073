package io.orderflow.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A carrier behind HTTP, which is as well or as dead as it is told to be. */
class CarrierServer implements Outsider {

    private static final String ADAPTER = "io.orderflow.shipping.HttpCarrier";
    /** Longer than the application waits. */
    private static final Duration HANG = Duration.ofSeconds(40);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile State state = State.WELL;

    CarrierServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.createContext("/shipments/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (state == State.HANGING) {
                Thread.sleep(HANG.toMillis());
            }
            String path = exchange.getRequestURI().getPath();
            byte[] body = ("HTTP-" + path.substring(path.lastIndexOf('/') + 1)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(state == State.WELL ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The arguments of {@code java} that run an application which asks this carrier. */
    List<String> arguments(Path classes, Path output, Path jar) throws IOException {
        return OneMoreBean.arguments(ADAPTER, classes, output.resolve("carrier"), jar);
    }

    /** What the application needs to know of it. */
    Map<String, String> environment() {
        return Map.of("CARRIER_URL", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void be(State wanted) {
        state = wanted;
    }

    @Override
    public String name() {
        return "carrier";
    }

    @Override
    public String asked() {
        return "select count(*) from booking where state in ('REQUESTED', 'RECALL_REQUESTED')";
    }

    @Override
    public String unsettled() {
        return "select count(*) from booking where state not in ('BOOKED', 'RECALLED')";
    }

    @Override
    public String unresolved() {
        return "select count(*) from booking where state in ('UNRESOLVED', 'RECALL_UNRESOLVED')";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
