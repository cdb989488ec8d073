package io.orderflow.benchmark;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The packaged application as a process of its own, with half a gigabyte of heap, and told what costs least on two
 * cores.
 */
public class Application implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Few customers order what is meant to come from many. */
    private static final Map<String, String> UNLIMITED = Map.of(
            "ORDERS_LIMITS_UNPAIDORDERS",
            "1000000",
            "ORDERS_LIMITS_UNPAIDPIECES",
            "1000000",
            "ORDERS_LIMITS_WRITESPERMINUTE",
            "1000000",
            "ORDERS_LIMITS_COUPONATTEMPTS",
            "1000000",
            "ORDERS_LIMITS_IDEMPOTENCYKEYS",
            "1000000");

    private final HttpClient http = HttpClient.newHttpClient();
    private final long began = System.nanoTime();
    private final Process process;
    private final Path log;
    private final String url;
    private Duration started;
    private Duration ready;

    /**
     * Starts it, and returns at once.
     *
     * @param arguments of {@code java}: how to run the jar
     * @param environment more of it
     * @param log what it prints is added there
     */
    public Application(List<String> arguments, Map<String, String> environment, int port, Path log) throws IOException {
        this.log = log;
        url = "http://127.0.0.1:" + port;
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xms512m",
                "-Xmx512m",
                "-XX:+UseParallelGC",
                "-XX:+UseTransparentHugePages"));
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(Map.of("SERVER_PORT", Integer.toString(port), "SERVER_ADDRESS", "127.0.0.1"));
        builder.environment().putAll(UNLIMITED);
        builder.environment().putAll(environment);
        process = builder.start();
        // Also where whoever runs it is stopped.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    /** Starts it, and returns once it is ready to take orders. */
    static Application ready(Path jar, Path log, String databaseUrl) throws IOException, InterruptedException {
        return ready(jar, log, databaseUrl, Map.of());
    }

    /** @param more environment */
    static Application ready(Path jar, Path log, String databaseUrl, Map<String, String> more)
            throws IOException, InterruptedException {
        return ready(List.of("-jar", jar.toString()), log, databaseUrl, more);
    }

    /** @param arguments of {@code java}: how to run the jar */
    static Application ready(List<String> arguments, Path log, String databaseUrl, Map<String, String> more)
            throws IOException, InterruptedException {
        Files.deleteIfExists(log);
        Map<String, String> environment = new HashMap<>(environment(databaseUrl));
        environment.putAll(more);
        Application application = new Application(arguments, environment, freePort(), log);
        application.awaitReady();
        return application;
    }

    private void awaitReady() throws IOException, InterruptedException {
        started = await(() -> Files.readString(log).contains("Started OrderflowApplication"));
        ready = await(this::isReady);
    }

    private static Map<String, String> environment(String databaseUrl) {
        return Map.of(
                "SPRING_PROFILES_ACTIVE",
                "postgres",
                "SPRING_DATASOURCE_URL",
                databaseUrl,
                "SPRING_DATASOURCE_USERNAME",
                DatabaseServer.USER,
                "SPRING_DATASOURCE_PASSWORD",
                "",
                "ORDERS_DEMO",
                "true",
                "ORDERS_SHIPPING_CARRIER",
                "manual",
                "ORDERS_WEBHOOK_CARRIER_SECRET",
                CarrierWebhook.SECRET);
    }

    public String url() {
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
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    public Process process() {
        return process;
    }

    private boolean isReady() throws IOException, InterruptedException {
        int status = status("/actuator/health/readiness");
        return status == 200 || status == 404 && status("/actuator/health") == 200;
    }

    private int status(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private Duration await(Condition condition) throws IOException, InterruptedException {
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

    /** A port that nobody listens at. */
    public static int freePort() throws IOException {
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
