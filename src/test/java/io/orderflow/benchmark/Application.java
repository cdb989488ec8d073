package io.orderflow.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The packaged application as a process of its own, with half a gigabyte of heap. */
class Application implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final String url;
    private final Duration started;
    private final Duration ready;

    /** Starts it, and returns once it is ready to take orders. */
    Application(Path jar, Path log, String databaseUrl) throws IOException, InterruptedException {
        this.log = log;
        int port = freePort();
        url = "http://127.0.0.1:" + port;
        var builder = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m", "-jar",
                jar.toString()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment(port, databaseUrl));
        long began = System.nanoTime();
        process = builder.start();
        // Also where the benchmark itself is stopped.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        started = await(began, () -> Files.readString(log).contains("Started OrderflowApplication"));
        ready = await(began, this::isReady);
    }

    private static Map<String, String> environment(int port, String databaseUrl) {
        return Map.of("SERVER_PORT", Integer.toString(port), "SERVER_ADDRESS", "127.0.0.1",
                "SPRING_PROFILES_ACTIVE", "postgres", "SPRING_DATASOURCE_URL", databaseUrl,
                "SPRING_DATASOURCE_USERNAME", DatabaseServer.USER, "SPRING_DATASOURCE_PASSWORD", "",
                "ORDERS_DEMO", "true", "ORDERS_SHIPPING_CARRIER", "manual",
                "ORDERS_WEBHOOK_CARRIER_SECRET", CarrierNews.SECRET);
    }

    String url() {
        return url;
    }

    /** From the start of the process to the log line that says it started. */
    Duration started() {
        return started;
    }

    /** From the start of the process to readiness. */
    Duration ready() {
        return ready;
    }

    Duration cpuTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The most memory the process ever had, in MiB; 0 where the system does not tell. */
    long peakMemory() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        }
    }

    private boolean isReady() throws IOException, InterruptedException {
        int status = status("/actuator/health/readiness");
        return status == 200 || status == 404 && status("/actuator/health") == 200;
    }

    private int status(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.discarding()).statusCode();
    }

    private Duration await(long began, Condition condition) throws IOException, InterruptedException {
        while (!condition.holds()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            if (!process.isAlive() || waited.compareTo(PATIENCE) > 0) {
                process.destroy();
                throw new IllegalStateException("the application did not start; see " + log);
            }
            Thread.sleep(20);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(40, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
