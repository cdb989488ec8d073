package io.orderflow.force;

import com.fasterxml.jackson.core.type.TypeReference;
import io.orderflow.benchmark.Application;
import io.orderflow.force.gateway.ControlApi.Sight;
import io.orderflow.force.gateway.Entry;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The gateway's process, and what one may tell and ask it. */
class Gateway implements AutoCloseable {

    static final String SECRET = "test_sk_proof_by_force";

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> command;
    private final int control = Application.freePort();
    private final List<Integer> doors;
    private final Path folder;
    private final Map<Fault, Integer> faultsBefore = new EnumMap<>(Fault.class);
    private final List<String> overlapsBefore = new ArrayList<>();
    private Orders orders = new Orders(Map.of(), 0, 0, false, 7);
    private Process process;

    /** @param shops where it sends webhooks to; one door for each, by which a node is told from the others */
    Gateway(Path folder, List<String> shops) throws IOException {
        this.folder = folder;
        List<Integer> ports = new ArrayList<>();
        for (int door = 0; door < shops.size(); door++) {
            ports.add(Application.freePort());
        }
        doors = List.copyOf(ports);
        command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                GatewayProcess.class.getName(),
                folder.resolve("ledger.jsonl").toString(),
                SECRET,
                Integer.toString(control),
                String.join(",", doors.stream().map(String::valueOf).toList())));
        command.addAll(shops);
        start();
    }

    private void start() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve("gateway.log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        if (!Pause.until(Duration.ofSeconds(30), () -> answers("/control/sight"))) {
            throw new IllegalStateException("the gateway does not start; see " + folder);
        }
        behave(orders);
    }

    /** Kills it, and starts it on the same books. */
    void restart() throws IOException {
        Sight sight = sight();
        sight.faults().forEach((fault, times) -> faultsBefore.merge(fault, times, Integer::sum));
        overlapsBefore.addAll(sight.overlaps());
        process.destroyForcibly();
        start();
    }

    /** @param node counted from 0 */
    String url(int node) {
        return "http://127.0.0.1:" + doors.get(node);
    }

    void behave(Orders newOrders) {
        orders = newOrders;
        try {
            String body = Ledger.JSON.writeValueAsString(orders);
            ask(HttpRequest.newBuilder().PUT(BodyPublishers.ofString(body)), "/control/faults");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Entry> ledger() {
        return read("/control/ledger", new TypeReference<>() {});
    }

    private Sight sight() {
        return read("/control/sight", new TypeReference<>() {});
    }

    /** What went wrong with how many calls, by the gateway's own doing. */
    Map<Fault, Integer> faults() {
        Map<Fault, Integer> all = new EnumMap<>(faultsBefore);
        all.putAll(faultsBefore);
        sight().faults().forEach((fault, times) -> all.merge(fault, times, Integer::sum));
        return all;
    }

    List<String> overlaps() {
        List<String> all = new ArrayList<>(overlapsBefore);
        all.addAll(sight().overlaps());
        return all;
    }

    String webhooks() {
        return "%d sent, %d answered with 200".formatted(sight().sent(), sight().taken());
    }

    private boolean answers(String path) {
        try {
            return ask(HttpRequest.newBuilder(), path) != null;
        } catch (IOException e) {
            return false;
        }
    }

    private <T> T read(String path, TypeReference<T> type) {
        try {
            return Ledger.JSON.readValue(ask(HttpRequest.newBuilder(), path), type);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ask(HttpRequest.Builder request, String path) throws IOException {
        try {
            request.uri(URI.create("http://127.0.0.1:" + control + path));
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("called off", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
