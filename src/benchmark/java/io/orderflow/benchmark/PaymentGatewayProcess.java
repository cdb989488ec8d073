package io.orderflow.benchmark;

import io.orderflow.force.gateway.Fault;
import io.orderflow.force.gateway.Faults.Orders;
import io.orderflow.force.gateway.GatewayProcess;
import io.orderflow.force.gateway.Ledger;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A payment gateway as a process of its own, which is as well, as slow or as dead as it is told to be. */
class PaymentGatewayProcess implements Outsider {

    static final Orders WELL = new Orders(Map.of(), 0, 1, false, 0);
    /** A second for every call. */
    static final Orders SLOW = new Orders(Map.of(), 1000, 1, false, 0);
    /** No answer within the time that the application waits for one. */
    static final Orders HANGING = new Orders(Map.of(Fault.HANG, 1.0), 0, 1, false, 0);

    static final Orders FAILING = new Orders(Map.of(Fault.SERVER_ERROR, 1.0), 0, 1, false, 0);

    private static final String SECRET = "test_sk_benchmark";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int door = Application.freePort();
    private final int control = Application.freePort();
    private final Process process;

    PaymentGatewayProcess(Path folder) throws IOException, InterruptedException {
        Path books = folder.resolve("gateway-ledger.jsonl");
        Files.deleteIfExists(books);
        process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GatewayProcess.class.getName(),
                        books.toString(),
                        SECRET,
                        Integer.toString(control),
                        Integer.toString(door))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(folder.resolve("gateway.log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        while (!takesOrders()) {
            Thread.sleep(50);
        }
    }

    private boolean takesOrders() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the gateway does not start; see gateway.log");
        }
        try {
            behave(WELL);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What the application needs to know of it. */
    Map<String, String> environment() {
        return Map.of(
                "ORDERS_PAYMENT_GATEWAY",
                "toss",
                "ORDERS_PAYMENT_TOSS_BASEURL",
                "http://127.0.0.1:" + door,
                "ORDERS_PAYMENT_TOSS_SECRETKEY",
                SECRET);
    }

    void behave(Orders orders) throws IOException, InterruptedException {
        http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control + "/control/faults"))
                        .PUT(BodyPublishers.ofString(Ledger.JSON.writeValueAsString(orders)))
                        .build(),
                BodyHandlers.discarding());
    }

    @Override
    public void be(State state) throws IOException, InterruptedException {
        behave(
                switch (state) {
                    case WELL -> WELL;
                    case HANGING -> HANGING;
                    case FAILING -> FAILING;
                });
    }

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public String asked() {
        return "select count(*) from charge where status = 'REQUESTED'";
    }

    @Override
    public String unsettled() {
        return "select count(*) from charge where status <> 'APPROVED'";
    }

    @Override
    public String unresolved() {
        return "select count(*) from charge where status = 'UNRESOLVED'";
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
