package io.orderflow.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of Gatling, as a process of its own, against the running application. A failed request fails the run.
 *
 * @param orders completed
 * @param ordersPerSecond completed, from the first placing to the last completion, as the database has them
 * @param cpuMillis of the application per completed order, which tells more than seconds where cores are shared
 */
record Load(int clients, long orders, double ordersPerSecond, double cpuMillis, Times place, Times pay) {

    private static final String TIMES = "times.txt";

    /** Milliseconds until half, 95 % and 99 % of the answers were there. */
    record Times(long p50, long p95, long p99) {}

    static Load run(Settings settings, DatabaseServer server, Application application, int clients)
            throws IOException, InterruptedException, SQLException {
        Path results = Files.createDirectories(
                settings.output().resolve("gatling-" + clients).toAbsolutePath());
        Instant began = Instant.now();
        Duration cpuBefore = application.cpuTime();
        gatling(settings, server, application, clients, results);
        double cpu = application.cpuTime().minus(cpuBefore).toMillis();
        List<String> times = Files.readAllLines(results.resolve(TIMES));
        try (Connection connection = server.connect();
                var statement = connection.prepareStatement("""
                select count(*), extract(epoch from max(completed_at) - min(ordered_at)) from orders
                where ordered_at >= ? and status = 'COMPLETED'""")) {
            statement.setTimestamp(1, Timestamp.from(began));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Load(
                        clients,
                        row.getLong(1),
                        row.getLong(1) / row.getDouble(2),
                        cpu / row.getLong(1),
                        times(times, OrderRequests.PLACE),
                        times(times, OrderRequests.PAY));
            }
        }
    }

    private static void gatling(
            Settings settings, DatabaseServer server, Application application, int clients, Path results)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-Dlogback.configurationFile=benchmark/logback.xml",
                        // Gatling writes strings as the JVM keeps them.
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        // No word to anyone outside.
                        "-Dgatling.data.enableAnalytics=false",
                        "-Dbenchmark.times=" + results.resolve(TIMES),
                        "-Dbenchmark.url=" + application.url(),
                        "-Dbenchmark.database=" + server.adminUrl(),
                        "-Dbenchmark.clients=" + clients,
                        "-Dbenchmark.duration=" + settings.duration(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.gatling.app.Gatling",
                        "--simulation",
                        "io.orderflow.benchmark.OrderSimulation",
                        "--results-folder",
                        results.toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        settings.output().resolve("gatling-" + clients + ".log").toFile())
                .start();
        if (!process.waitFor(settings.duration().toSeconds() + 120, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("Gatling failed; see gatling-" + clients + ".log");
        }
    }

    private static Times times(List<String> lines, String request) {
        long[] sorted = lines.stream()
                .filter(line -> line.endsWith(" " + request))
                .mapToLong(line -> Long.parseLong(line.substring(0, line.indexOf(' '))))
                .sorted()
                .toArray();
        return new Times(percentile(sorted, 0.50), percentile(sorted, 0.95), percentile(sorted, 0.99));
    }

    private static long percentile(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
